import { ask, close, leaveQuestion, type NewItem, pend, rejoin, say } from '@deskbell/desk'
import {
  type Ask,
  accepted,
  askGuard,
  type ConversationId,
  type DraftWithFiles,
  draftGuard,
  type ItemPage,
  lookBackGuard,
  nothingGuard,
  pageGuard,
  parse,
  pendGuard,
  type Reply,
  rateGuard,
  receiptsGuard,
  refused,
  resumeGuard,
  transcriptGuard,
  type VisitorConversation,
  type VisitorItem,
  visitorHandshakeGuard,
} from '@deskbell/protocol'
import type { Context } from '../context.ts'
import { whyBlocked } from '../desk/card.ts'
import {
  conversationRoom,
  type OperatorNamespace,
  type VisitorNamespace,
  type VisitorSocket,
  visitorRoom,
} from '../publish.ts'
import { toVisitor, toVisitorConversation } from '../serializers.ts'
import { beginning, missingOf, newReference } from './asking.ts'
import { dispatch, type Handler, handler } from './dispatch.ts'
import { rate } from './rating.ts'
import { safely } from './safely.ts'
import { sendTranscript } from './transcript.ts'
import { enter, welcome } from './visitor-entrance.ts'
import { giveReceipt } from './visitor-receipt.ts'

/** Lets visitors in. */
export function serveVisitors(visitors: VisitorNamespace, operators: OperatorNamespace, context: Context): void {
  visitors.use((socket, next) => {
    const handshake = parse(visitorHandshakeGuard, socket.handshake.auth)
    if (!handshake.ok) return next(new Error(handshake.refusal))
    const { locale, page, ...shown } = handshake.value
    const address = context.addressOf(socket.request)
    socket.data = { ...enter(context, shown), locale, address, ...(page && { page }) }
    next()
  })
  const { config, log } = context
  const pace = { burst: config.rateBurst, perSecond: config.ratePerSecond }
  visitors.on(
    'connection',
    safely(log, (socket) => {
      arrive(socket, context)
      dispatch(socket, () => handlersOf(socket, operators, context), pace, log)
    }),
  )
}

/** The relay joins the room before anything is read, so that nothing falls in between. */
function arrive(socket: VisitorSocket, context: Context): void {
  const { visitorPresence, newcomers } = context
  const { visitorId, isNew, contact } = socket.data
  void socket.join(visitorRoom(visitorId))
  visitorPresence.came(visitorId)
  if (isNew) newcomers.set(visitorId, contact.verifiedId)
  const leave = () => {
    context.visitorWent(visitorId)
    if (!visitorPresence.isPresent(visitorId)) newcomers.delete(visitorId)
  }
  socket.on('disconnect', () => safely(context.log, leave)(socket))
  context.visitorCame(visitorId, socket.data)
  // In a turn of its own, before anything is read: in one chunk with the connection, who listens once connected would miss it.
  setImmediate(() => safely(context.log, () => welcome(socket, context))(socket))
}

function handlersOf(
  socket: VisitorSocket,
  operators: OperatorNamespace,
  context: Context,
): ReadonlyMap<string, Handler> {
  const { visitorId } = socket.data
  const { live } = context
  const open = () => live.openOf(visitorId)
  return new Map<string, Handler>([
    ['conversation:ask', handler(askGuard, (given) => beginConversation(socket, context, given, 'line'))],
    ['question:leave', handler(askGuard, (given) => beginConversation(socket, context, given, 'question'))],
    ['conversation:pend', handler(pendGuard, ({ email }) => pendOwn(context, visitorId, email))],
    ['message:send', handler(draftGuard, (draft) => send(socket, context, draft))],
    [
      'conversation:resume',
      handler(resumeGuard, ({ after }) => page(context, visitorId, (id) => context.store.itemsAfter(id, after))),
    ],
    [
      'conversation:look-back',
      handler(lookBackGuard, ({ before }) => page(context, visitorId, (id) => context.store.itemsBefore(id, before))),
    ],
    ['queue:rejoin', handler(nothingGuard, () => rejoinOwn(context, visitorId))],
    [
      'conversation:close',
      handler(nothingGuard, () => {
        const own = open()
        if (!own) return accepted(null)
        return live.decide(own.id, (desk) => ({
          outcome: close(desk, { conversationId: own.id, by: 'visitor', now: Date.now() }),
          value: () => null,
        }))
      }),
    ],
    ['conversation:rate', handler(rateGuard, (given) => rate(socket, context, given))],
    ['transcript:send', handler(transcriptGuard, (wish) => sendTranscript(socket, context, wish))],
    ['receipt:give', handler(receiptsGuard, (receipts) => giveReceipt(context, visitorId, receipts))],
    [
      'page:set',
      handler(pageGuard, (given) => {
        socket.data.page = given
        context.visitorCame(visitorId, socket.data)
        return accepted(null)
      }),
    ],
    [
      'typing:start',
      handler(nothingGuard, () => {
        const own = open()
        if (own) operators.to(conversationRoom(own.id)).emit('typing:started', { conversationId: own.id })
        return accepted(null)
      }),
    ],
  ])
}

/** A page of the visitor's conversation, as they may see it. */
function page(
  { live, team }: Context,
  visitorId: string,
  read: (id: ConversationId) => { items: NewItem[]; hasMore: boolean },
): Reply<ItemPage<VisitorItem>> {
  const known = live.ofVisitor(visitorId)
  if (!known) return refused('no-conversation')
  const { id, locale } = known.conversation
  const { items, hasMore } = read(id)
  return accepted({ items: items.map((item) => toVisitor(team, item, locale)), hasMore })
}

/** The same ask again (a retry, another tab) finds the conversation it began. */
async function beginConversation(
  socket: VisitorSocket,
  context: Context,
  given: Ask,
  to: 'line' | 'question',
): Promise<Reply<VisitorConversation>> {
  const { live, team, doorbell } = context
  const { visitorId, address } = socket.data
  const known = live.ofVisitor(visitorId)
  if (known && live.seqOf(known.conversation.id, given.id) !== undefined) {
    return accepted(toVisitorConversation(team, known.conversation, known.card))
  }
  const blocked = known && whyBlocked(known.card, Date.now())
  if (blocked) return blocked
  if (given.name !== undefined && team.isCalled(given.name)) return refused('name-taken')
  const isNew = live.openOf(visitorId) === undefined
  const missing = isNew ? missingOf(context, socket.data, given) : undefined
  if (missing) return refused(missing)
  const tooMany = isNew ? context.beginnings[to].refuse(address) : undefined
  if (tooMany) return tooMany
  const asking = beginning(context, socket.data, given)
  const reply = await live.decide(asking.conversationId, (desk, card) => ({
    outcome: to === 'line' ? ask(desk, asking) : leaveQuestion(desk, { ...asking, reference: newReference(context) }),
    card: asking.cardFor(card),
    value: (conversation, after) => ({ conversation, card: after }),
  }))
  if (!reply.ok) return reply
  // Who is free was given it with the same group: the visitor is not shown a line that is over.
  const begun = live.conversation(reply.value.conversation.id) ?? reply.value
  const conversation = toVisitorConversation(team, begun.conversation, begun.card)
  if (isNew) {
    context.newcomers.delete(visitorId)
    context.visitorCame(visitorId, socket.data)
    const queue = context.line.statusOf(conversation.id, Date.now())
    const welcome = { people: context.line.people(), conversation, ...(queue && { queue }) }
    socket.to(visitorRoom(visitorId)).emit('visitor:welcome', welcome)
    if (queue) socket.emit('queue:moved', queue)
    doorbell.headChanged(conversation.id)
  }
  return accepted(conversation)
}

function pendOwn(
  context: Context,
  visitorId: string,
  email: string | undefined,
): Reply<VisitorConversation> | Promise<Reply<VisitorConversation>> {
  const { live, team } = context
  const own = live.openOf(visitorId)
  if (!own) return refused('no-conversation')
  return live.decide(own.id, (desk, card) => ({
    outcome: pend(desk, { conversationId: own.id, reference: newReference(context), now: Date.now() }),
    ...(card && { card: { ...card, ...(email !== undefined && { email }) } }),
    value: (conversation, after) => toVisitorConversation(team, conversation, after),
  }))
}

function rejoinOwn({ live, team }: Context, visitorId: string) {
  const own = live.openOf(visitorId)
  if (!own) return refused('no-conversation')
  return live.decide(own.id, (desk) => ({
    outcome: rejoin(desk, { conversationId: own.id, now: Date.now() }),
    value: (conversation, card) => toVisitorConversation(team, conversation, card),
  }))
}

function send(
  socket: VisitorSocket,
  context: Context,
  draft: DraftWithFiles,
): Reply<VisitorItem> | Promise<Reply<VisitorItem>> {
  const { live, team } = context
  const known = live.ofVisitor(socket.data.visitorId)
  if (!known) return refused('no-conversation')
  const { id, locale } = known.conversation
  const givenSeq = live.seqOf(id, draft.id)
  // A retry of a message that got in before the conversation was closed is still acknowledged.
  const earlier = givenSeq === undefined ? undefined : context.store.itemAt(id, givenSeq)
  if (earlier) return accepted(toVisitor(team, earlier, locale))
  const now = Date.now()
  const blocked = whyBlocked(known.card, now)
  if (blocked) return blocked
  const files = draft.files && context.store.files.toSend(draft.files, { conversationId: id, uploader: 'visitor' })
  if (draft.files && !files) return refused('file-gone')
  const { id: messageId, text } = draft
  const said = files ? { id: messageId, text, files } : { id: messageId, text }
  return live.decide(id, (desk) => ({
    outcome: say(desk, { conversationId: id, from: 'visitor', draft: said, now, givenSeq }),
    teller: socket.id,
    value: ({ lastSeq }) => {
      const seq = givenSeq ?? lastSeq
      const item = { kind: 'message', seq, at: now, id: messageId, text, from: 'visitor' } as const
      return toVisitor(team, files ? { ...item, files } : item, locale)
    },
  }))
}
