import { type Conversation, loadOf, positionOf, withWhom } from '@deskbell/desk'
import type {
  Attached,
  ConversationId,
  OperatorConversation,
  OperatorId,
  OperatorNews,
  OperatorRequests,
  OperatorSettings,
  TeamMember,
  VisitorNews,
  VisitorRequests,
} from '@deskbell/protocol'
import type { Namespace } from 'socket.io'
import type { Card } from './desk/card.ts'
import type { Happened } from './desk/happened.ts'
import type { Cause, Line } from './desk/line.ts'
import type { LiveDesk } from './desk/live-desk.ts'
import { toOperator, toOperatorConversation, toVisitor, toVisitorConversation } from './serializers.ts'
import type { OperatorData, VisitorData } from './sockets/data.ts'
import type { Team } from './team.ts'

export type VisitorNamespace = Namespace<VisitorRequests, VisitorNews, Record<string, never>, VisitorData>
export type VisitorSocket = Parameters<Parameters<VisitorNamespace['on']>[1]>[0]
export type OperatorNamespace = Namespace<OperatorRequests, OperatorNews, Record<string, never>, OperatorData>

export const visitorRoom = (visitorId: string) => `v:${visitorId}`
export const operatorRoom = (id: OperatorId) => `o:${id}`
export const conversationRoom = (id: ConversationId) => `c:${id}`

/** Tells everybody concerned, and nobody else. Other relays would ring here too (design: one seam for later). */
export interface Doorbell {
  /** After a commit: the items to both sides, the heads to the lists, the line to those in it. */
  happened(happened: readonly Happened[]): void
  /** The head or facts around it (presence, receipts) are others: told within 250 ms, together with other heads. */
  headChanged(id: ConversationId): void
  /** Operators forget it too. */
  erased(id: ConversationId): void
  /** On every screen of both sides it is gone, or back. */
  fileChanged(of: Pick<Conversation, 'id' | 'visitorId'>, file: Attached): void
  lineMoved(cause?: Cause): void
  /** Somebody came on duty, went away, connected or was lost. */
  teamChanged(cause?: Cause): void
  /** Visitors see somebody by another name or role. */
  shownChanged(id: OperatorId): void
  /** The owner chose anew what operators work by. */
  settingsChanged(settings: OperatorSettings): void
  /** Shifts are others, or the hours they are told by. */
  rosterChanged(): void
  /** The owner changed how the widget looks, or what it says. */
  siteChanged(): void
  head(id: ConversationId): OperatorConversation | undefined
  teamMembers(): TeamMember[]
}

/** How long changed heads are gathered, in ms: many messages make few lists, and a busy desk four a second. */
const gathering = 50
const betweenLists = 250

interface Around {
  visitors: VisitorNamespace
  operators: OperatorNamespace
  live: LiveDesk
  line: Line
  team: Team
}

export function createDoorbell(around: Around): Doorbell {
  const { visitors, operators, live, line } = around
  const head = (id: ConversationId) => headOf(live, id)
  const changedHeads = new Set<ConversationId>()
  let listedAt = 0

  function headChanged(id: ConversationId): void {
    if (changedHeads.size === 0) {
      // By a clock that is never set back.
      const rest = listedAt + betweenLists - performance.now()
      setTimeout(tellHeads, Math.max(gathering, rest)).unref()
    }
    changedHeads.add(id)
  }

  function tellHeads(): void {
    const heads = [...changedHeads].flatMap((id) => head(id) ?? [])
    changedHeads.clear()
    listedAt = performance.now()
    operators.emit('conversations:changed', heads)
  }

  function lineMoved(cause?: Cause): void {
    for (const { visitorId, news } of line.changes(Date.now(), cause)) {
      visitors.to(visitorRoom(visitorId)).emit('queue:moved', news)
    }
  }

  return {
    head,
    teamMembers: () => membersOf(around),
    headChanged,
    lineMoved,
    erased: (conversationId) => void operators.emit('conversation:erased', { conversationId }),
    fileChanged({ id: conversationId, visitorId }, file) {
      visitors.to(visitorRoom(visitorId)).emit('file:changed', file)
      operators.to(conversationRoom(conversationId)).emit('file:changed', { conversationId, file })
    },
    shownChanged: (id) => tellShown(around, id),
    rosterChanged: () => void operators.emit('roster:changed'),
    siteChanged: () => void visitors.emit('site:changed'),
    settingsChanged: (settings) => void operators.emit('settings:changed', settings),
    happened(happened) {
      for (const one of happened) tellItems(around, one)
      for (const { conversation } of happened) headChanged(conversation.id)
      if (!happened.some(movesTheLine)) return
      lineMoved()
      // Places behind move too.
      live.desk.queue.forEach(headChanged)
      tellTeam(around)
    },
    teamChanged(cause) {
      tellTeam(around)
      if (!cause) return
      visitors.emit('desk:changed', line.people())
      lineMoved(cause)
    },
  }
}

/** Everything but a message in a conversation that runs: someone came, was taken, went. */
function movesTheLine({ items, isOnlySaid }: Happened): boolean {
  return !isOnlySaid && items.some((item) => item.kind !== 'message' || item.seq === 1)
}

function headOf(live: LiveDesk, id: ConversationId): OperatorConversation | undefined {
  const known = live.conversation(id)
  return known && toOperatorConversation(known.conversation, known.card, positionOf(live.desk, id))
}

function membersOf({ team, live }: Around): TeamMember[] {
  return team.all().map((operator) => {
    const { isOnDuty = false, isPresent = false, until, backAt, quiet } = live.desk.operators.get(operator.id) ?? {}
    return {
      ...operator,
      isOnDuty,
      isConnected: isPresent,
      conversations: loadOf(live.desk, operator.id),
      ...(until !== undefined && { until }),
      ...(backAt !== undefined && { backAt }),
      ...(quiet && { quiet }),
    }
  })
}

function tellTeam(around: Around): void {
  around.operators.emit('team:changed', membersOf(around))
}

/** Everybody who sees the operator now. */
function tellShown(around: Around, id: OperatorId): void {
  const { visitors, line, live } = around
  tellTeam(around)
  visitors.emit('desk:changed', line.people())
  for (const conversation of live.desk.conversations.values()) {
    const isTheirs = withWhom(conversation) === id || conversation.guests?.includes(id)
    const card = live.card(conversation.id)
    if (isTheirs && card) welcomeAnew(around, conversation, card)
  }
}

function tellItems(around: Around, happened: Happened): void {
  const { visitors, operators, team } = around
  const { conversation, items, teller = '' } = happened
  for (const item of items) {
    if ('to' in item) follow(operators, item.to, conversation.id)
    const event = item.kind === 'message' ? 'message:sent' : 'conversation:moved'
    const readers = othersIn(visitors, visitorRoom(conversation.visitorId), teller)
    const colleagues = othersIn(operators, conversationRoom(conversation.id), teller)
    if (readers.length > 0) {
      const news = toVisitor(team, item, conversation.locale)
      for (const reader of readers) reader.emit(event, news)
    }
    if (colleagues.length > 0) {
      const news = { conversationId: conversation.id, item: toOperator(team, item) }
      for (const colleague of colleagues) colleague.emit(event, news)
    }
  }
  tellOthers(around, happened)
}

/** The visitor's tabs learn anew who answers them, where somebody else does beside who has the conversation. */
function tellOthers(around: Around, { conversation, card, items }: Happened): void {
  const isOther = items.some(({ kind }) => kind === 'joined' || kind === 'left')
  if (!isOther && !(conversation.guests && items.some(({ kind }) => kind === 'transferred'))) return
  welcomeAnew(around, conversation, card)
}

function welcomeAnew({ visitors, line, team }: Around, conversation: Conversation, card: Card): void {
  const welcome = { people: line.people(), conversation: toVisitorConversation(team, conversation, card) }
  visitors.to(visitorRoom(conversation.visitorId)).emit('visitor:welcome', welcome)
}

/** Everybody in a room but the teller: most are one or two, for whom Socket.IO's own way costs more than to write to each. */
function othersIn<S>(
  { adapter, sockets }: { adapter: Pick<VisitorNamespace['adapter'], 'rooms'>; sockets: ReadonlyMap<string, S> },
  room: string,
  teller: string,
): S[] {
  const others = []
  for (const id of adapter.rooms.get(room) ?? []) {
    const socket = sockets.get(id)
    if (socket && id !== teller) others.push(socket)
  }
  return others
}

/** Every tab of the operator hears the conversation from now on. */
function follow(operators: OperatorNamespace, operatorId: OperatorId, id: ConversationId): void {
  for (const socket of operators.sockets.values())
    if (socket.data.operatorId === operatorId) void socket.join(conversationRoom(id))
}
