import type { Attached, FileId } from './files.ts'
import type { Settings } from './http.ts'
import type {
  AnswerDraft,
  Before,
  ConversationId,
  Draft,
  ItemPage,
  OperatorConversation,
  OperatorItem,
  Receipts,
  Status,
} from './messages.ts'
import type { Colleague, Duty, Operator, OperatorId, Quiet, TeamMember } from './operators.ts'
import type { Reply } from './refusals.ts'

type Of = { conversationId: ConversationId }

/** `/operator`: the session is the cookie of the handshake. */
export interface OperatorHandshake {
  protocol: number
}

export interface OperatorRequests {
  'duty:set': (duty: Duty, reply: (reply: Reply<null>) => void) => void
  /** On duty only; without `quiet` news disturbs again. Who goes away ends it. */
  'quiet:set': (wish: { quiet?: Quiet }, reply: (reply: Reply<null>) => void) => void
  'queue:take': (nothing: Record<string, never>, reply: (reply: Reply<OperatorConversation>) => void) => void
  /** Takes this one, waiting or pending. `detail` of `already-taken` is the id of who was faster. */
  'conversation:take': (of: Of, reply: (reply: Reply<OperatorConversation>) => void) => void
  'conversation:open': (of: Of, reply: (reply: Reply<OpenedConversation>) => void) => void
  'conversation:resume': (of: Of & { after: number }, reply: (reply: Reply<ItemPage<OperatorItem>>) => void) => void
  'conversation:look-back': (of: Of & { before: number }, reply: (reply: Reply<ItemPage<OperatorItem>>) => void) => void
  'message:send': (answer: Of & AnswerDraft, reply: (reply: Reply<OperatorItem>) => void) => void
  'note:add': (draft: Of & Draft, reply: (reply: Reply<OperatorItem>) => void) => void
  /** What is being written there, for one's own other pages. Not on the disk when it is acknowledged. */
  'draft:set': (draft: KeptDraft, reply: (reply: Reply<null>) => void) => void
  /** To a colleague on duty, theirs once they open it, or back to the front of the line (for who has the `skill`). `note`: for operators only. */
  'conversation:transfer': (
    transfer: Of & { to: OperatorId | 'line'; skill?: string; note?: Draft },
    reply: (reply: Reply<null>) => void,
  ) => void
  /** Takes it back, as long as nobody has opened it since; else `already-taken`, as above. */
  'transfer:undo': (of: Of, reply: (reply: Reply<OperatorConversation>) => void) => void
  'conversation:invite': (
    invitation: Of & { who: OperatorId; note?: Draft },
    reply: (reply: Reply<null>) => void,
  ) => void
  'conversation:join': (of: Of, reply: (reply: Reply<OperatorConversation>) => void) => void
  /** Ends one's own part or invitation; whose conversation it is also a colleague's (`who`). */
  'conversation:leave': (leaving: Of & { who?: OperatorId }, reply: (reply: Reply<null>) => void) => void
  'conversation:close': (of: Of & { reason?: string }, reply: (reply: Reply<null>) => void) => void
  'conversation:reopen': (of: Of, reply: (reply: Reply<null>) => void) => void
  /** Puts all that was said in a question (`from`) into a conversation of the same visitor where one answers, or another question; closes the question. */
  'conversation:merge': (
    merging: Of & { from: ConversationId },
    reply: (reply: Reply<OperatorConversation>) => void,
  ) => void
  /** Of a merged question: it is one again, and what was said in it is taken out of where it was put. */
  'merge:undo': (of: Of, reply: (reply: Reply<OperatorConversation>) => void) => void
  /** Puts one's own conversation, or a question, off until then, at most a year on. Without `at`, a question is put off no longer. */
  'follow-up:set': (set: Of & { at?: number }, reply: (reply: Reply<null>) => void) => void
  /** All of a conversation's labels, in whatever state it is and whoever has it: of the owner's, or its own from before. */
  'labels:set': (set: Of & { labels: readonly string[] }, reply: (reply: Reply<null>) => void) => void
  /** Takes nothing from its visitor until then, at most a year on, and closes what is not a colleague's. Without `until`, blocked no longer. */
  'visitor:block': (set: Of & { until?: number }, reply: (reply: Reply<null>) => void) => void
  /** Of whichever side, in whatever state the conversation is; twice is once. Its bytes go 15 s later: then it is `file-gone`. */
  'file:delete': (file: Of & { id: FileId }, reply: (reply: Reply<null>) => void) => void
  'file:restore': (file: Of & { id: FileId }, reply: (reply: Reply<null>) => void) => void
  'receipt:give': (receipts: Of & Receipts, reply: (reply: Reply<null>) => void) => void
  /** What this page shows to somebody who looks at it; nothing without a conversation. */
  'reading:set': (set: Partial<Of>, reply: (reply: Reply<null>) => void) => void
  'typing:start': (of: Of, reply: (reply: Reply<null>) => void) => void
}

export interface OperatorNews {
  'operator:welcome': (welcome: OperatorWelcome) => void
  /** Heads in the lists are new or other than before. */
  'conversations:changed': (conversations: OperatorConversation[]) => void
  'message:sent': (news: Of & { item: OperatorItem }) => void
  'conversation:moved': (news: Of & { item: OperatorItem }) => void
  /** On another page of the same operator. */
  'draft:changed': (draft: KeptDraft) => void
  'file:changed': (news: Of & { file: Attached }) => void
  /** It is gone, with all that was said in it. */
  'conversation:erased': (of: Of) => void
  'settings:changed': (settings: OperatorSettings) => void
  'team:changed': (team: readonly TeamMember[]) => void
  'roster:changed': () => void
  'reading:changed': (reading: Reading) => void
  /** `by` is absent when the visitor types. */
  'typing:started': (news: Of & { by?: Colleague }) => void
}

/** What an operator has not sent yet. Empty: nothing any more. */
export interface KeptDraft {
  conversationId: ConversationId
  kind: 'message' | 'note'
  text: string
  /** What of a canned reply is to be filled in before it is sent, by how it stands in the text: `{order number}`. */
  gaps?: Readonly<Record<string, string>>
}

/** Who has a conversation on screen now. */
export interface Reading {
  conversationId: ConversationId
  readers: readonly OperatorId[]
}

/** What operators work by: how conversations come to them, the labels they choose from, and what the site speaks, its main language first. */
export type OperatorSettings = Pick<Settings, 'routing' | 'openWithinSeconds' | 'labels' | 'locales'>

export interface OperatorWelcome {
  self: Operator
  /** The relay's clock, so that waits are counted alike on every machine. */
  now: number
  siteName: string
  isDemo: boolean
  sendsMail: boolean
  settings: OperatorSettings
  team: readonly TeamMember[]
  /** Who was removed, for the conversations that were theirs. */
  formerOperators: readonly Colleague[]
  reading: readonly Reading[]
  /** One's own, all of them. */
  drafts: readonly KeptDraft[]
  /** Waiting, assigned and pending, and those closed in the last day. */
  conversations: readonly OperatorConversation[]
}

export interface OpenedConversation {
  conversation: OperatorConversation
  before: Before
  /** The newest page; `hasMore`: there are earlier ones. */
  page: ItemPage<OperatorItem>
  /** Of the same visitor, or of the same person on another device; newest first, the last twenty. */
  earlier: readonly EarlierConversation[]
}

export interface EarlierConversation {
  id: ConversationId
  status: Status
  askedAt: number
  /** Its last message. */
  text: string
}
