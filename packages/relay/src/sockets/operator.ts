import { type NewItem, open, take } from '@deskbell/desk'
import {
  accepted,
  type ConversationId,
  type Duty,
  dutyGuard,
  lookBackOfGuard,
  nothingGuard,
  type OperatorConversation,
  ofGuard,
  operatorHandshakeGuard,
  parse,
  quietGuard,
  type Reply,
  refused,
  resumeOfGuard,
} from '@deskbell/protocol'
import type { Context } from '../context.ts'
import { conversationRoom, type OperatorNamespace, operatorRoom, type VisitorNamespace } from '../publish.ts'
import { toOperator, toOperatorConversation, toOperatorSettings } from '../serializers.ts'
import { sessionTokenOf } from '../sessions.ts'
import { dispatch, handler } from './dispatch.ts'
import { guestHandlers } from './operator-guests.ts'
import { handlingHandlers } from './operator-handling.ts'
import { mergingHandlers } from './operator-merging.ts'
import { writingHandlers } from './operator-writing.ts'
import { readingOf, stopReading } from './reading.ts'
import { safely } from './safely.ts'
import type { Handlers, Speaking } from './speaking.ts'

const closedKept = 24 * 3_600_000

/** Lets operators in by their session cookie, from the relay's own pages only. */
export function serveOperators(operators: OperatorNamespace, visitors: VisitorNamespace, context: Context): void {
  operators.use((socket, next) => {
    const { headers } = socket.request
    const token = sessionTokenOf(headers.cookie, context.origins.isSecure())
    const operatorId = token && context.sessions.operatorOf(token, Date.now())
    const isWelcome = parse(operatorHandshakeGuard, socket.handshake.auth).ok && context.origins.isOwn(headers.origin)
    if (!token || !operatorId || !isWelcome || !context.team.admitted(operatorId)) return next(new Error('signed-out'))
    socket.data = { operatorId, sessionToken: token, address: context.addressOf(socket.request) }
    next()
  })
  const { config, log } = context
  const rate = { burst: config.rateBurst * 3, perSecond: config.ratePerSecond * 4 }
  operators.on(
    'connection',
    safely(log, (socket) => {
      const speaking = { socket, visitors, operators, context }
      arrive(speaking)
      const makers = [listHandlers, handlingHandlers, guestHandlers, mergingHandlers, writingHandlers]
      const handlers = makers.flatMap((make) => make(speaking))
      dispatch(socket, () => new Map(handlers), rate, log)
    }),
  )
}

function arrive(speaking: Speaking): void {
  const { socket, operators, context } = speaking
  const { live, team, doorbell, settings, publication, config, store } = context
  const { operatorId } = socket.data
  const self = team.find(operatorId)
  if (!self) return
  context.operatorCame(operatorId)
  const leave = () => {
    context.operatorWent(operatorId)
    stopReading(speaking)
  }
  socket.on('disconnect', () => safely(context.log, leave)(socket))
  for (const { id } of live.desk.conversations.values()) {
    if (live.desk.conversations.get(id)?.operatorId === operatorId) void socket.join(conversationRoom(id))
  }
  void socket.join(operatorRoom(operatorId))
  const open = [...live.desk.conversations.keys()].flatMap((id) => doorbell.head(id) ?? [])
  const closed = store.closedSince(Date.now() - closedKept)
  socket.emit('operator:welcome', {
    self,
    now: Date.now(),
    siteName: settings.settings.data.siteName,
    isDemo: config.isDemo,
    sendsMail: config.mail !== undefined,
    settings: toOperatorSettings(settings.settings.data, publication.siteLocales()),
    team: doorbell.teamMembers(),
    formerOperators: team.former(),
    reading: readingOf(operators),
    drafts: store.drafts.of(operatorId),
    conversations: [...open, ...closed.map((stored) => toOperatorConversation(stored.conversation, stored.card))],
  })
}

function listHandlers(speaking: Speaking): Handlers {
  const { socket, context } = speaking
  const { operatorId } = socket.data
  return [
    [
      'duty:set',
      handler(dutyGuard, (duty: Duty) => {
        const end = duty.until ?? duty.backAt
        if (end !== undefined && end <= Date.now()) return refused('malformed', duty.isOnDuty ? 'until' : 'backAt')
        context.setDuty(operatorId, duty)
        return accepted(null)
      }),
    ],
    [
      'quiet:set',
      handler(quietGuard, ({ quiet }) => {
        if (quiet?.until !== undefined && quiet.until <= Date.now()) return refused('malformed', 'until')
        if (!context.live.desk.operators.get(operatorId)?.isOnDuty) return refused('not-on-duty')
        context.setQuiet(operatorId, quiet)
        return accepted(null)
      }),
    ],
    ['queue:take', handler(nothingGuard, () => takeOne(speaking))],
    ['conversation:take', handler(ofGuard, ({ conversationId }) => takeOne(speaking, conversationId))],
    [
      'conversation:open',
      handler(ofGuard, async ({ conversationId }) => {
        void socket.join(conversationRoom(conversationId))
        await keepOpened(speaking, conversationId)
        const known = context.live.conversation(conversationId)
        const conversation = context.doorbell.head(conversationId)
        if (!known || !conversation) return refused('no-conversation')
        const { before, verifiedId } = known.card
        const page = itemsBefore(speaking, conversationId, Number.MAX_SAFE_INTEGER)
        const earlier = context.store.personal.earlier(known.conversation, verifiedId)
        tellOfFiles(speaking, conversationId)
        return accepted({ conversation, before, page, earlier })
      }),
    ],
    [
      'conversation:resume',
      handler(resumeOfGuard, ({ conversationId, after }) => {
        void socket.join(conversationRoom(conversationId))
        tellOfFiles(speaking, conversationId)
        return accepted(toPage(speaking, context.store.itemsAfter(conversationId, after)))
      }),
    ],
    [
      'conversation:look-back',
      handler(lookBackOfGuard, ({ conversationId, before }) => accepted(itemsBefore(speaking, conversationId, before))),
    ],
  ]
}

/** Who opens what they were given keeps it. */
async function keepOpened({ socket, context }: Speaking, conversationId: ConversationId): Promise<void> {
  const { live } = context
  const { operatorId } = socket.data
  const given = live.desk.conversations.get(conversationId)
  const card = live.card(conversationId)
  if (!card || given?.openBy === undefined || given.operatorId !== operatorId) return
  await live.decide(conversationId, (desk) => ({
    outcome: open(desk, { conversationId, by: operatorId, now: Date.now() }),
    card,
    value: () => null,
  }))
}

/** A page that was away, or elsewhere, may know them as they were before. */
function tellOfFiles({ socket, context }: Speaking, conversationId: ConversationId): void {
  for (const file of context.changedFiles.in(conversationId)) socket.emit('file:changed', { conversationId, file })
}

function itemsBefore(speaking: Speaking, id: ConversationId, before: number) {
  return toPage(speaking, speaking.context.store.itemsBefore(id, before))
}

function toPage({ context }: Speaking, { items, hasMore }: { items: NewItem[]; hasMore: boolean }) {
  return { items: items.map((item) => toOperator(context.team, item)), hasMore }
}

async function takeOne(speaking: Speaking, conversationId?: ConversationId): Promise<Reply<OperatorConversation>> {
  const { context } = speaking
  const { operatorId } = speaking.socket.data
  const of = conversationId === undefined ? {} : { conversationId }
  const chosen = take(context.live.desk, { operatorId, ...of, now: Date.now() })
  if (!chosen.ok) return chosen
  const { id } = chosen.conversation
  return context.live.decide(id, (desk) => ({
    outcome: take(desk, { operatorId, conversationId: id, now: Date.now() }),
    value: (conversation, card) => toOperatorConversation(conversation, card),
  }))
}
