import type { EntryId, Locale } from './entries.ts'
import type { Attached, FileId } from './files.ts'
import type { Colleague, OperatorId, Person } from './operators.ts'
import type { RichText } from './rich-text.ts'

export type ConversationId = string
/** A v4 UUID made by the sender before the first try; the same one is sent until it is acknowledged. */
export type MessageId = string

/** A message not yet accepted by the relay. */
export interface Draft {
  id: MessageId
  text: string
}

/** One that may bring files along, uploaded before; with one its text may be empty. */
export interface DraftWithFiles extends Draft {
  files?: readonly FileId[]
}

/** An operator's. `answers`: entries inserted, each learns what the visitor called it. `seenSeq`: how far its writer had the conversation on screen; beside a colleague's answer after that it is refused with `unseen-reply`, `detail` being whose. */
export interface AnswerDraft extends DraftWithFiles {
  answers?: readonly EntryId[]
  seenSeq?: number
}

export interface Page {
  title: string
  url: string
}

/** What the visitor did before asking; shown to the operator, and to the visitor before sending. */
export interface Before {
  searches: readonly { query: string; found: number; at: number }[]
  entries: readonly { id: EntryId; question: string; at: number; helped?: boolean }[]
  page?: Page
  /** The page's `data-topic`. */
  topic?: string
  /** The visitor's, an IANA name; said with the ask where the browser knows it. */
  timeZone?: string
}

export type Status = 'waiting' | 'assigned' | 'pending' | 'closed'

/** How far one side has got: `seq` of the newest item that reached its screen, and of the newest it has seen. */
export interface Receipts {
  delivered: number
  read: number
}

/** What was written; `tree`, told by the relay and never stored, where there is more to it than text: addresses, bold, code, lists. */
export interface Written {
  id: MessageId
  text: string
  tree?: RichText
}

/** Where a message or note was said that was merged into a conversation: it keeps its time, and has a `seq` of its own in each. */
export interface Origin {
  conversationId: ConversationId
  seq: number
}

/** Everything of a conversation that has a `seq`: 1, 2, 3 … without a gap, the same for everybody. `By` is how an operator is shown. */
export type Item<By> = { seq: number; at: number } & (
  | ({ kind: 'message'; from: 'visitor' | 'operator'; by?: By; files?: readonly Attached[]; of?: Origin } & Written)
  | { kind: 'assigned'; to: By }
  | { kind: 'transferred'; by: By; to: By }
  | { kind: 'handed'; by: By; to: By }
  | { kind: 'handed-back'; by: By; to: By; isUndone?: boolean }
  | { kind: 'returned'; by: By; skill?: string }
  | { kind: 'invited' | 'uninvited'; by: By; to: By }
  | { kind: 'joined' | 'left'; by: By }
  | { kind: 'pended'; reference: string }
  | { kind: 'rejoined' }
  | { kind: 'closed'; by?: By; reason?: string }
  | { kind: 'reopened'; by: By }
  | { kind: 'merged'; by: By; reference: string; from: ConversationId; isUndone?: boolean }
  | { kind: 'merged-into'; by: By; into: ConversationId }
  | { kind: 'parted'; by: By; reference: string; from?: ConversationId }
  | ({ kind: 'note'; by: By; of?: Origin } & Written)
  | { kind: 'internal' }
)

type Untold =
  | 'note'
  | 'handed'
  | 'handed-back'
  | 'invited'
  | 'uninvited'
  | 'merged'
  | 'merged-into'
  | 'parted'
  | 'internal'
/**
 * What the visitor sees: a note, and what colleagues ask one another, is only a number in the order, and why it was closed is not told. `isParted`: what was merged
 * is apart again, so what stands before it is another by now.
 */
export type VisitorItem =
  | Exclude<Item<Person>, { kind: Untold | 'closed' }>
  | { seq: number; at: number; kind: 'closed'; by?: Person }
  | { seq: number; at: number; kind: 'merged'; by: Person; reference: string }
  | { seq: number; at: number; kind: 'internal'; isParted?: true }
/** 'internal' here: what was merged and is apart again. */
export type OperatorItem = Item<Colleague>

export type Message = Extract<VisitorItem, { kind: 'message' }>

/** A page of items after a `seq`, or before one, in order. `hasMore`: there are more that way; ask again from the outermost. */
export interface ItemPage<T> {
  items: readonly T[]
  hasMore: boolean
}

/** What the visitor says of a conversation that ended: whether it solved what they came with. */
export interface Rating {
  solved: Solved
  comment?: string
  at: number
}

export type Solved = 'no' | 'in-part' | 'yes'

/** The visitor's own conversation, without its items. */
export interface VisitorConversation {
  id: ConversationId
  status: Status
  lastSeq: number
  operator?: Person
  /** Who answers beside them. */
  others?: readonly Person[]
  reference?: string
  /** It became a question because the visitor was away: `queue:rejoin` gives the place back. */
  isPlaceLost?: boolean
  name?: string
  email?: string
  /** What this visitor said of its end. */
  rating?: Rating
  /** How far the operators have got. */
  theirs: Receipts
  /** How far this visitor has got, in whichever tab. */
  mine: Receipts
}

/** A range that was told, in seconds. */
export interface PromisedWait {
  lowSeconds: number
  likelySeconds: number
  highSeconds: number
}

/** A question that was put off: when it comes back (ms since 1970), and to whom. */
export interface FollowUp {
  at: number
  by: OperatorId
}

/** A transfer that nobody has opened yet: `by` can take it back. To a colleague: theirs once they open it. */
export interface Handed {
  by: OperatorId
  to: OperatorId | 'line'
}

/** The head of a conversation in the operators' lists. */
export interface OperatorConversation {
  id: ConversationId
  status: Status
  lastSeq: number
  locale: Locale
  name?: string
  email?: string
  /** The shop's own id of the visitor, as the shop has signed it. */
  verifiedId?: string
  reference?: string
  page?: Page
  /** The visitor's, as it was when they asked. */
  timeZone?: string
  operatorId?: OperatorId
  /** What an operator must know to be given it. */
  skill?: string
  followUp?: FollowUp
  /** Given to its operator and not opened yet: when it goes to the next, in ms since 1970. */
  openBy?: number
  handed?: Handed
  /** Who answers beside its operator; and who was asked to, and has not joined. */
  guests?: readonly OperatorId[]
  invited?: readonly OperatorId[]
  /** A question that was merged into this conversation of the same visitor, and is over with that. */
  mergedInto?: ConversationId
  isVisitorConnected: boolean
  askedAt: number
  assignedAt?: number
  closedAt?: number
  /** Place in line, 1 is next; only while waiting. */
  position?: number
  /** What the visitor was first told, in seconds from `askedAt`; absent when no wait could be said. */
  promised?: PromisedWait
  /** A later wait than the first: it returned to the line after an answer. The promise counts from `since`. */
  waitsAgain?: { since: number; promised?: PromisedWait }
  /** The newest message, for the list. `by`: which operator wrote it. `files`: how many came with it. */
  preview?: { from: 'visitor' | 'operator'; by?: OperatorId; text: string; at: number; files?: number }
  /** Answers up to this `seq` were mailed, or given up where there is a `problem`, in the mail server's own words. */
  mailed?: { seq: number; at: number; problem?: string }
  /** What the visitor said of its end; an earlier end, where it was opened again. */
  rating?: Rating
  /** Until then nothing is taken from its visitor, in ms since 1970; may be past. */
  blockedUntil?: number
  /** What it was about, in the owner's words. */
  labels?: readonly string[]
  visitorHas: Receipts
  operatorHas: Receipts
}
