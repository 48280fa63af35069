import { type Conversation, type NewItem, speaks, withWhom } from '@deskbell/desk'
import type {
  Colleague,
  Locale,
  OperatorConversation,
  OperatorId,
  OperatorItem,
  OperatorSettings,
  Person,
  RichText,
  Settings,
  VisitorConversation,
  VisitorItem,
} from '@deskbell/protocol'
import type { Card } from './desk/card.ts'
import { messageTree } from './messages/message-tree.ts'
import type { Team } from './team.ts'

// Two explicit serializers: nothing stored is ever spread into what a visitor gets.

/** What a visitor may know of an operator. */
export function toPerson(team: Team, id: OperatorId): Person {
  return team.person(id)
}

export function toColleague(team: Team, id: OperatorId): Colleague {
  return { ...toPerson(team, id), id }
}

/** Who comes to a visitor who reads `locale`: where it is none of the languages they said, with these. */
function toComer(team: Team, id: OperatorId, locale: Locale): Person {
  const { languages = [] } = team.find(id) ?? {}
  const isUnderstood = languages.length === 0 || speaks({ languages }, locale)
  return { ...toPerson(team, id), ...(!isUnderstood && { speaks: languages }) }
}

/** What operators know of the settings, and of the languages of the site, its main one first. */
export function toOperatorSettings(
  { routing, openWithinSeconds, labels }: Settings,
  locales: readonly Locale[],
): OperatorSettings {
  return { routing, openWithinSeconds, labels, locales }
}

/** An item as a visitor who reads `locale` sees it: operators by name, a note only as a number in the order. */
export function toVisitor(team: Team, item: NewItem, locale: Locale): VisitorItem {
  const person = (id: OperatorId) => toPerson(team, id)
  const { seq, at } = item
  switch (item.kind) {
    case 'message': {
      const { id, from, text, by, files } = item
      const said =
        by === undefined
          ? ({ kind: 'message', seq, at, id, from, text } as const)
          : ({ kind: 'message', seq, at, id, from, text, by: person(by) } as const)
      return withTree(files ? { ...said, files } : said, item)
    }
    case 'assigned':
      return { kind: 'assigned', seq, at, to: toComer(team, item.to, locale) }
    case 'transferred':
      return { kind: 'transferred', seq, at, by: person(item.by), to: toComer(team, item.to, locale) }
    case 'returned':
    case 'reopened':
    case 'joined':
    case 'left':
      return { kind: item.kind, seq, at, by: person(item.by) }
    case 'pended':
      return { kind: 'pended', seq, at, reference: item.reference }
    case 'merged':
      if (item.isUndone) return { kind: 'internal', seq, at }
      return { kind: 'merged', seq, at, by: person(item.by), reference: item.reference }
    case 'merged-into':
      return { kind: 'closed', seq, at, by: person(item.by) }
    case 'parted':
      return item.from === undefined
        ? { kind: 'pended', seq, at, reference: item.reference }
        : { kind: 'internal', seq, at, isParted: true }
    case 'rejoined':
      return { kind: 'rejoined', seq, at }
    case 'closed':
      return { kind: 'closed', seq, at, ...(item.by !== undefined && { by: person(item.by) }) }
    case 'note':
    case 'handed':
    case 'handed-back':
    case 'invited':
    case 'uninvited':
    case 'internal':
      return { kind: 'internal', seq, at }
  }
}

export function toOperator(team: Team, item: NewItem): OperatorItem {
  const colleague = (id: OperatorId) => toColleague(team, id)
  switch (item.kind) {
    case 'message':
    case 'closed': {
      if (item.by !== undefined) return withTree({ ...item, by: colleague(item.by) }, item)
      const { by: _nobody, ...rest } = item
      return withTree(rest, item)
    }
    case 'assigned':
      return { ...item, to: colleague(item.to) }
    case 'transferred':
    case 'handed':
    case 'handed-back':
    case 'invited':
    case 'uninvited':
      return { ...item, by: colleague(item.by), to: colleague(item.to) }
    case 'note':
      return withTree({ ...item, by: colleague(item.by) }, item)
    case 'returned':
    case 'reopened':
    case 'joined':
    case 'left':
    case 'merged':
    case 'merged-into':
    case 'parted':
      return { ...item, by: colleague(item.by) }
    case 'pended':
    case 'rejoined':
    case 'internal':
      return item
  }
}

/** Messages are stored as they were typed: what is more than text in them is found anew, in old ones too. */
function withTree<T extends object>(serialized: T, item: NewItem): T & { tree?: RichText } {
  if (item.kind !== 'message' && item.kind !== 'note') return serialized
  const tree = messageTree(item.text, item.kind === 'note' ? 'operator' : item.from)
  return tree ? { ...serialized, tree } : serialized
}

export function toVisitorConversation(team: Team, conversation: Conversation, card: Card): VisitorConversation {
  const { id, status, lastSeq, reference, isPlaceLost, guests } = conversation
  const operatorId = withWhom(conversation)
  return {
    id,
    status,
    lastSeq,
    theirs: card.operatorHas,
    mine: card.visitorHas,
    ...(operatorId !== undefined && { operator: toPerson(team, operatorId) }),
    ...(guests && { others: guests.map((guest) => toPerson(team, guest)) }),
    ...(reference !== undefined && { reference }),
    ...(status === 'pending' && isPlaceLost && { isPlaceLost }),
    ...(card.name !== undefined && { name: card.name }),
    ...(card.email !== undefined && { email: card.email }),
    ...(card.rating && { rating: card.rating }),
  }
}

export function toOperatorConversation(
  conversation: Conversation,
  card: Card,
  position?: number,
): OperatorConversation {
  const { visitorId: _visitorId, passedBy: _passed, priority: _priority, isPlaceLost: _lost, ...rest } = conversation
  const { isVisitorPresent, ...head } = rest
  const { before: _before, answered: _answered, ...shown } = card
  return { ...head, ...shown, isVisitorConnected: isVisitorPresent, ...(position !== undefined && { position }) }
}
