import type {
  ConversationId,
  FollowUp,
  Handed,
  Item,
  Locale,
  OperatorId,
  Quiet,
  Refusal,
  Status,
} from '@deskbell/protocol'

export interface DeskOperator {
  id: OperatorId
  capacity: number
  isOnDuty: boolean
  /** Connected, or lost for less than the grace. */
  isPresent: boolean
  languages?: readonly Locale[]
  skills?: readonly string[]
  rank?: number
  /** The planned end of duty, and the planned return of who is away. */
  until?: number
  backAt?: number
  quiet?: Quiet
  idleSince?: number
}

/** The head of a conversation; its items are in the store. Times are in ms since 1970. */
export interface Conversation {
  id: ConversationId
  visitorId: string
  status: Status
  lastSeq: number
  locale: Locale
  /** Who has it; of a closed one, who had or closed it. */
  operatorId?: OperatorId
  /** The order of the line. */
  askedAt: number
  /** When it left the line for an operator; a transfer to a colleague does not change it. */
  assignedAt?: number
  closedAt?: number
  reference?: string
  /** A question because the visitor was away when it waited: on return they may have the place back. */
  isPlaceLost?: boolean
  /** Of a question that was put off: when it is looked at again, and by whom. */
  followUp?: FollowUp
  isVisitorPresent: boolean
  priority?: number
  skill?: string
  /** Given to its operator and not opened yet: when it goes to the next; and who let it pass before. */
  openBy?: number
  passedBy?: readonly OperatorId[]
  handed?: Handed
  /** Of a closed question: the conversation that has all that was said in it. */
  mergedInto?: ConversationId
  /** Who answers beside its operator, as long as it has one; and who was asked to. Of neither there is an empty list. */
  guests?: readonly OperatorId[]
  invited?: readonly OperatorId[]
}

/** By id, in the order they came; a `Map` or one that shares with others what it has in common. */
export interface Conversations extends Iterable<[ConversationId, Conversation]> {
  readonly size: number
  get(id: ConversationId): Conversation | undefined
  has(id: ConversationId): boolean
  keys(): Iterable<ConversationId>
  values(): Iterable<Conversation>
}

/** Who waits and who answers. Never changed in place. */
export interface Desk {
  operators: ReadonlyMap<OperatorId, DeskOperator>
  /** Waiting, assigned and pending ones; a closed one leaves. */
  conversations: Conversations
  queue: readonly ConversationId[]
}

export type NewItem = Item<OperatorId>

/** What a command did: the desk after it, and what to store; or why nothing changed. */
export type Outcome =
  | { ok: true; desk: Desk; conversation: Conversation; items: readonly NewItem[] }
  | { ok: false; refusal: Refusal; detail?: OperatorId }

export const emptyDesk: Desk = { operators: new Map(), conversations: new Map(), queue: [] }
