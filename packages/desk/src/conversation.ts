import type { Attached, ConversationId, Draft, Locale, OperatorId, Refusal } from '@deskbell/protocol'
import { withoutFollowUp } from './assignment.ts'
import type { Conversation, Desk, NewItem, Outcome } from './desk.ts'
import { answers } from './guests.ts'
import { withWhom } from './handover.ts'
import { isAnyoneOnDuty } from './operators.ts'
import { happen, refuse, unchanged } from './outcome.ts'
import { pended } from './questions.ts'
import { askedAtEnd } from './queue.ts'
import { opened, takenOver } from './routing.ts'

/** Who speaks; decided from the session, never from what was sent. */
export type Speaker = 'visitor' | { operatorId: OperatorId }

/** A conversation that begins. `now` in ms since 1970. */
export interface Asking {
  conversationId: ConversationId
  visitorId: string
  locale: Locale
  draft: Draft
  now: number
  /** 0 is served before 1, which is everybody's. */
  priority?: number
  /** What the topic asks of an operator. */
  skill?: string
}

/** A draft whose files were looked up. */
interface Said extends Draft {
  files?: readonly Attached[]
}

/** A message or note for a conversation. `givenSeq`: the number an earlier try of the same draft got in under. */
interface Saying {
  conversationId: ConversationId
  draft: Said
  now: number
  givenSeq?: number | undefined
}

interface Closing {
  conversationId: ConversationId
  by: OperatorId | 'visitor'
  now: number
  reason?: string
}

/** An operator's answer, by its number. */
export interface Answered {
  seq: number
  by: OperatorId
}

/** How far the conversation was known to who wrote; `answered`: the newest answer in it. */
interface Knowing {
  seenSeq?: number | undefined
  answered?: Answered | undefined
}

/**
 * Puts a visitor at the end of the line. Asking again in an open conversation adds the message and costs no place.
 * Refused: 'nobody-on-duty', 'forbidden' (somebody else's conversation).
 */
export function ask(desk: Desk, asking: Asking): Outcome {
  const open = desk.conversations.get(asking.conversationId)
  if (open) return open.visitorId === asking.visitorId ? say(desk, { ...asking, from: 'visitor' }) : refuse('forbidden')
  if (!isAnyoneOnDuty(desk)) return refuse('nobody-on-duty')
  const begun = begin(asking, askedAtEnd(desk, asking.now))
  return happen(desk, begun, [message(asking.draft, 'visitor')], asking.now)
}

/**
 * Leaves a question for later: the message, then 'pended'. A visitor in line leaves the line with it; to a question
 * already left the message is added. Refused: 'forbidden' (assigned, or somebody else's conversation).
 */
export function leaveQuestion(desk: Desk, asking: Asking & { reference: string }): Outcome {
  const { draft, reference, now } = asking
  const before = desk.conversations.get(asking.conversationId) ?? begin(asking, now)
  if (before.visitorId !== asking.visitorId || before.status === 'assigned') return refuse('forbidden')
  if (before.status === 'pending') return say(desk, { ...asking, from: 'visitor' })
  const after = pended(before, reference)
  return happen(desk, after, [message(draft, 'visitor'), { kind: 'pended', reference: after.reference }], now)
}

/**
 * Adds a message, once. A conversation that is not on the desk counts as closed: 'conversation-closed'. An operator
 * speaks where a conversation is theirs, where they have joined one, or where it is pending, and what was to be followed up by now is; elsewhere 'forbidden', without an account 'unknown-operator'.
 * Not beside a colleague's answer that they don't know: 'unseen-reply'.
 */
export function say(desk: Desk, saying: Saying & Knowing & { from: Speaker }): Outcome {
  const { from, draft, now } = saying
  const conversation = desk.conversations.get(saying.conversationId)
  if (!conversation) return refuse('conversation-closed')
  if (saying.givenSeq !== undefined) return unchanged(desk, conversation)
  if (from === 'visitor') return happen(desk, broughtBack(conversation, now), [message(draft, from)], now)
  const refusal = whyNotSay(desk, conversation, from.operatorId)
  if (refusal) return refuse(refusal)
  const unseen = unseenBy(from.operatorId, saying)
  if (unseen) return refuse('unseen-reply', unseen.by)
  // A guest's word is not the colleague's who was asked to take over.
  const isGuest = conversation.guests?.includes(from.operatorId)
  if (isGuest) return happen(desk, conversation, [message(draft, from)], now)
  return happen(desk, answered(conversation, now), [...takenOver(conversation), message(draft, from)], now)
}

/** Adds a note that only operators see, to any open conversation. Refused: 'conversation-closed', 'unknown-operator'. */
export function addNote(desk: Desk, noting: Saying & { operatorId: OperatorId }): Outcome {
  const { operatorId, draft, now } = noting
  const conversation = desk.conversations.get(noting.conversationId)
  if (!conversation) return refuse('conversation-closed')
  if (noting.givenSeq !== undefined) return unchanged(desk, conversation)
  if (!desk.operators.has(operatorId)) return refuse('unknown-operator')
  return happen(desk, conversation, [{ kind: 'note', id: draft.id, by: operatorId, text: draft.text }], now)
}

/**
 * Ends a conversation; it leaves the desk and is returned to be stored. An operator ends their own, waiting and
 * pending ones, and may say why, for colleagues. Refused: 'conversation-closed', 'forbidden' (a colleague's), 'unknown-operator'.
 */
export function close(desk: Desk, { conversationId, by, now, reason }: Closing): Outcome {
  const conversation = desk.conversations.get(conversationId)
  if (!conversation) return refuse('conversation-closed')
  const closed: Conversation = { ...opened(conversation), status: 'closed', closedAt: now }
  const operatorId = withWhom(conversation)
  if (by === 'visitor') return happen(desk, { ...closed, ...(operatorId && { operatorId }) }, [{ kind: 'closed' }], now)
  if (conversation.status === 'assigned' && conversation.operatorId !== by) return refuse('forbidden')
  if (!desk.operators.has(by)) return refuse('unknown-operator')
  const end = { kind: 'closed' as const, by, ...(reason !== undefined && { reason }) }
  return happen(desk, { ...closed, operatorId: by }, [...takenOver(conversation), end], now)
}

function whyNotSay(desk: Desk, conversation: Conversation, operatorId: OperatorId): Refusal | undefined {
  if (answers(conversation, operatorId)) return undefined
  if (conversation.status !== 'pending') return 'forbidden'
  return desk.operators.has(operatorId) ? undefined : 'unknown-operator'
}

function unseenBy(operatorId: OperatorId, { seenSeq, answered }: Knowing): Answered | undefined {
  const isUnseen = seenSeq !== undefined && answered && answered.seq > seenSeq && answered.by !== operatorId
  return isUnseen ? answered : undefined
}

function begin({ conversationId, visitorId, locale, priority, skill }: Asking, askedAt: number): Conversation {
  return {
    ...{ id: conversationId, visitorId, status: 'waiting', lastSeq: 0, locale, askedAt, isVisitorPresent: true },
    ...(priority !== undefined && { priority }),
    ...(skill !== undefined && { skill }),
  }
}

function answered(conversation: Conversation, now: number): Conversation {
  const { followUp } = conversation
  return opened(followUp && followUp.at <= now ? withoutFollowUp(conversation) : conversation)
}

/** What was put off is to be followed up now, as its visitor writes. */
function broughtBack(conversation: Conversation, now: number): Conversation {
  const { followUp } = conversation
  return followUp && followUp.at > now ? { ...conversation, followUp: { ...followUp, at: now } } : conversation
}

/** With a place for number and time from the start: messages are hot, and what is added to a copy costs ten times as much. */
function message({ id, text, files }: Said, from: Speaker): NewItem {
  const said: NewItem =
    from === 'visitor'
      ? { kind: 'message', seq: 0, at: 0, id, text, from }
      : { kind: 'message', seq: 0, at: 0, id, text, from: 'operator', by: from.operatorId }
  return files ? { ...said, files } : said
}
