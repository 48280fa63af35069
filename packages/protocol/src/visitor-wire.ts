import type { Locale } from './entries.ts'
import type { Attached } from './files.ts'
import type { Identity } from './identity.ts'
import type {
  Before,
  ConversationId,
  Draft,
  DraftWithFiles,
  ItemPage,
  Page,
  Rating,
  Receipts,
  VisitorConversation,
  VisitorItem,
} from './messages.ts'
import type { Person } from './operators.ts'
import type { QueueReason, QueueStatus } from './queue.ts'
import type { Reply } from './refusals.ts'

/** In the handshake's `auth` of `/visitor`. Without a token, or with one that is not valid, a new visitor is made. */
export interface VisitorHandshake {
  protocol: number
  token?: string
  locale: Locale
  page?: Page
  identity?: Identity
}

/** A conversation that begins: its first message, and what led to it. */
export interface Ask extends Draft {
  name?: string
  email?: string
  before: Before
}

/** `conversationId`: of the last conversation, so that no other one is meant. */
export interface Rate extends Omit<Rating, 'at'> {
  conversationId: ConversationId
}

export interface TranscriptWish {
  conversationId: ConversationId
  email: string
}

export interface VisitorRequests {
  /** Joins the line. Refused with `nobody-on-duty` when nobody answers now; then `question:leave` takes the same draft. */
  'conversation:ask': (ask: Ask, reply: (reply: Reply<VisitorConversation>) => void) => void
  /** Leaves a question for later; a visitor in line leaves the line. Twice with the same id is once. */
  'question:leave': (ask: Ask, reply: (reply: Reply<VisitorConversation>) => void) => void
  /** Turns the conversation in line into a question for later. */
  'conversation:pend': (contact: { email?: string }, reply: (reply: Reply<VisitorConversation>) => void) => void
  /** Takes the place in line again that was lost by being away, by the first time of asking. Refused with `nobody-on-duty`. */
  'queue:rejoin': (nothing: Record<string, never>, reply: (reply: Reply<VisitorConversation>) => void) => void
  /** `files`: own ones of this conversation (`POST /api/files`), not sent yet; else `file-gone`. */
  'message:send': (draft: DraftWithFiles, reply: (reply: Reply<VisitorItem>) => void) => void
  /** Everything after a `seq`. The sender joins the conversation's news first, so nothing falls in between. */
  'conversation:resume': (after: { after: number }, reply: (reply: Reply<ItemPage<VisitorItem>>) => void) => void
  'conversation:look-back': (before: { before: number }, reply: (reply: Reply<ItemPage<VisitorItem>>) => void) => void
  /** Leaves the line, or ends the conversation. */
  'conversation:close': (nothing: Record<string, never>, reply: (reply: Reply<null>) => void) => void
  /** Says how it ended, or something else, until a week after (`conversation-closed`). Every tab is welcomed anew with it. */
  'conversation:rate': (rate: Rate, reply: (reply: Reply<null>) => void) => void
  /** Has what is over sent by e-mail, as long as it may be rated. `mail-failed`: the mail server has not taken it. */
  'transcript:send': (wish: TranscriptWish, reply: (reply: Reply<null>) => void) => void
  'receipt:give': (receipts: Receipts, reply: (reply: Reply<null>) => void) => void
  /** The page has become another one without being loaded: what the operator sees follows. */
  'page:set': (page: Page, reply: (reply: Reply<null>) => void) => void
  'typing:start': (nothing: Record<string, never>, reply: (reply: Reply<null>) => void) => void
}

export interface VisitorNews {
  /** First of all, and when this page is to know anew how things stand. `token` is there when a visitor was made; `conversation` is the open or the last one. */
  'visitor:welcome': (welcome: VisitorWelcome) => void
  'message:sent': (item: VisitorItem) => void
  /** Any other item: assigned, transferred, returned, pended, closed, reopened, internal. */
  'conversation:moved': (item: VisitorItem) => void
  /** An operator deleted it, or took that back: wherever it is shown, it is this now. */
  'file:changed': (file: Attached) => void
  'queue:moved': (news: QueueNews) => void
  /** Who is on duty now. And: looks or words are others, `GET /api/desk` says which. */
  'desk:changed': (people: readonly Person[]) => void
  'site:changed': () => void
  'typing:started': (by: Person) => void
  'receipt:given': (theirs: Receipts) => void
}

export interface VisitorWelcome {
  token?: string
  conversation?: VisitorConversation
  queue?: QueueNews
  people: readonly Person[]
}

export interface QueueNews {
  conversationId: ConversationId
  status: QueueStatus
  reason: QueueReason
  /** Who came or left, when that is the reason. */
  who?: Person
  /** How many stand behind, for the drawn line. */
  behind: number
  /** The wait, told or so far, is beyond the owner's limit: a question for later is offered first. */
  isFormFirst: boolean
}
