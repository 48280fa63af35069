import type { ConversationId, OperatorId } from '@deskbell/protocol'
import { isHeldBy, take } from './assignment.ts'
import type { Conversation, Desk, DeskOperator, Outcome } from './desk.ts'
import { eligible } from './eligible.ts'
import { isAvailable } from './operators.ts'
import { type Happening, happen, type Returned, refuse, unchanged } from './outcome.ts'
import { presentInLine } from './queue.ts'
import { backInLine, isUnderway } from './returning.ts'

/**
 * Gives everybody in line for whom somebody is free to an operator, first in line first: who cannot be served yet holds
 * nobody up. Never over capacity, and nobody stays free whom somebody present waits for. `openWithin`: how long an operator
 * has to open what they were given, in ms.
 */
export function route(
  desk: Desk,
  { now, openWithin }: { now: number; openWithin: number },
): { desk: Desk; given: Returned[] } {
  const given: Returned[] = []
  const loads = loadsOf(desk)
  let current = desk
  for (const conversation of presentInLine(desk)) {
    if (![...desk.operators.values()].some((operator) => isAvailable(operator) && isFree(operator, loads))) break
    const conversationId = conversation.id
    const operator = choice(current, conversation, loads)
    if (!operator) continue
    const outcome = take(current, { operatorId: operator.id, conversationId, now })
    if (!outcome.ok) throw new Error(`a choice was refused: ${outcome.refusal}`)
    const { handed } = conversation
    const after = { ...outcome.conversation, openBy: now + openWithin, ...(handed && { handed }) }
    current = withConversation(outcome.desk, after)
    loads.set(operator.id, (loads.get(operator.id) ?? 0) + 1)
    given.push({ conversation: after, items: outcome.items })
  }
  return { desk: current, given }
}

/**
 * The operator opened a conversation: it stays theirs, and what a colleague handed them is taken over. Other people's
 * conversations change nothing. Refused: 'conversation-closed'.
 */
export function open(
  desk: Desk,
  { conversationId, by, now }: { conversationId: ConversationId; by: OperatorId; now: number },
): Outcome {
  const conversation = desk.conversations.get(conversationId)
  if (!conversation) return refuse('conversation-closed')
  if (!isHeldBy(conversation, by) || conversation.openBy === undefined) return unchanged(desk, conversation)
  return happen(desk, opened(conversation), takenOver(conversation), now)
}

/** A conversation its operator has looked into. */
export function opened(conversation: Conversation): Conversation {
  const { openBy: _given, passedBy: _passed, handed: _handed, ...rest } = conversation
  return rest
}

/** What is told when its operator opens it, or does anything else with it. */
export function takenOver(conversation: Conversation): Happening[] {
  return isUnderway(conversation) ? [{ kind: 'transferred', ...conversation.handed }] : []
}

/** Nothing is passed on any more: what the desk gave operators and they did not open stays theirs. */
export function keepUnopened(desk: Desk): { desk: Desk; changed: Returned[] } {
  const unopened = [...desk.conversations.values()].filter((one) => one.openBy !== undefined && !isUnderway(one))
  const changed = unopened.map((conversation) => ({ conversation: opened(conversation), items: [] }))
  return { desk: changed.reduce((current, { conversation }) => withConversation(current, conversation), desk), changed }
}

/** Takes back what the desk gave operators and they did not open in time: to the line, at the place of the first question. */
export function takeBackUnopened(desk: Desk, now: number): { desk: Desk; changed: Returned[] } {
  const changed: Returned[] = []
  let current = desk
  for (const conversation of desk.conversations.values()) {
    const { openBy, operatorId } = conversation
    if (openBy === undefined || operatorId === undefined || now < openBy || isUnderway(conversation)) continue
    const passedBy = [...(conversation.passedBy ?? []), operatorId]
    const back = { ...backInLine(conversation), passedBy }
    const outcome = happen(current, back, [{ kind: 'returned', by: operatorId }], now)
    current = outcome.desk
    changed.push({ conversation: outcome.conversation, items: outcome.items })
  }
  return { desk: current, changed }
}

/** Who gets it: of those with a free place, not who passed it by before as long as there is somebody else. */
function choice(desk: Desk, conversation: Conversation, loads: Loads): DeskOperator | undefined {
  const free = eligible(desk, conversation).filter((operator) => isFree(operator, loads))
  const fresh = free.filter(({ id }) => !conversation.passedBy?.includes(id))
  return (fresh.length > 0 ? fresh : free).sort((one, other) => byPreference(one, other, loads))[0]
}

function isFree({ id, capacity }: DeskOperator, loads: Loads): boolean {
  return (loads.get(id) ?? 0) < capacity
}

/** How many conversations are assigned to each operator who has any. */
function loadsOf(desk: Desk): Map<OperatorId, number> {
  const loads = new Map<OperatorId, number>()
  for (const { status, operatorId } of desk.conversations.values())
    if (status === 'assigned' && operatorId !== undefined) loads.set(operatorId, (loads.get(operatorId) ?? 0) + 1)
  return loads
}

type Loads = ReadonlyMap<OperatorId, number>

/** Fewest skills first, to spare who can do more; then the lowest share of the capacity, the rank, the longest idle. */
function byPreference(one: DeskOperator, other: DeskOperator, loads: Loads): number {
  const share = ({ id, capacity }: DeskOperator) => (loads.get(id) ?? 0) / capacity
  return (
    breadth(one) - breadth(other) ||
    share(one) - share(other) ||
    (other.rank ?? 0) - (one.rank ?? 0) ||
    (one.idleSince ?? 0) - (other.idleSince ?? 0)
  )
}

function breadth({ skills = [], languages = [] }: DeskOperator): number {
  return skills.length + languages.length
}

function withConversation(desk: Desk, conversation: Conversation): Desk {
  return { ...desk, conversations: new Map(desk.conversations).set(conversation.id, conversation) }
}
