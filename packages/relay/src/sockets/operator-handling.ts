import { close, putOff, reopen, takeBack, transfer } from '@deskbell/desk'
import {
  type ConversationId,
  closeGuard,
  followUpGuard,
  labelsOfGuard,
  ofGuard,
  type Reply,
  refused,
  transferGuard,
  visitorBlockGuard,
  workLimits,
} from '@deskbell/protocol'
import { toOperatorConversation } from '../serializers.ts'
import { newReference } from './asking.ts'
import { handler } from './dispatch.ts'
import type { Handlers, Speaking } from './speaking.ts'

/** What an operator does with a whole conversation: hand it over, close it, open it again, put it off, say what it was about, block its visitor. */
export function handlingHandlers(speaking: Speaking): Handlers {
  const { live } = speaking.context
  const { operatorId } = speaking.socket.data
  return [
    [
      'conversation:transfer',
      handler(transferGuard, (given) =>
        live.decide(given.conversationId, (desk) => ({
          outcome: transfer(desk, { ...given, by: operatorId, now: Date.now(), openWithin: openWithin(speaking) }),
          value: () => null,
        })),
      ),
    ],
    [
      'transfer:undo',
      handler(ofGuard, ({ conversationId }) =>
        live.decide(conversationId, (desk) => ({
          outcome: takeBack(desk, { conversationId, by: operatorId, now: Date.now() }),
          value: toOperatorConversation,
        })),
      ),
    ],
    [
      'conversation:close',
      handler(closeGuard, (given) =>
        live.decide(given.conversationId, (desk) => ({
          outcome: close(desk, { ...given, by: operatorId, now: Date.now() }),
          value: () => null,
        })),
      ),
    ],
    [
      'conversation:reopen',
      handler(ofGuard, ({ conversationId }) => {
        const known = live.conversation(conversationId)
        if (!known) return refused('no-conversation')
        const { conversation, card } = known
        // A visitor has one conversation at a time: who has asked anew meanwhile is answered there.
        const newer = live.ofVisitor(conversation.visitorId)?.conversation.id
        if (newer !== conversationId) return refused('conversation-closed')
        const isVisitorPresent = speaking.context.visitorPresence.isPresent(conversation.visitorId)
        return live.decide(conversationId, (desk) => ({
          outcome: reopen(desk, {
            conversation: { ...conversation, isVisitorPresent },
            by: operatorId,
            now: Date.now(),
          }),
          card,
          value: () => null,
        }))
      }),
    ],
    ['follow-up:set', handler(followUpGuard, (given) => setFollowUp(speaking, given))],
    ['visitor:block', handler(visitorBlockGuard, (given) => block(speaking, given))],
    ['labels:set', handler(labelsOfGuard, (given) => setLabels(speaking, given))],
  ]
}

const openWithin = ({ context }: Speaking) => context.settings.settings.data.openWithinSeconds * 1_000

function setFollowUp(
  { socket, context }: Speaking,
  given: { conversationId: ConversationId; at?: number },
): Reply<null> | Promise<Reply<null>> {
  const now = Date.now()
  if ((given.at ?? now) > now + workLimits.followUpWithin) return refused('malformed', 'at')
  return context.live.decide(given.conversationId, (desk, card) => {
    const before = context.live.conversation(given.conversationId)?.conversation.lastSeq ?? 0
    const outcome = putOff(desk, { ...given, by: socket.data.operatorId, reference: newReference(context), now })
    if (!outcome.ok || !card) return { outcome, value: () => null }
    // What it adds itself is nothing to be read, and would bring it back at once.
    const { lastSeq } = outcome.conversation
    const operatorHas = card.operatorHas.read >= before ? { delivered: lastSeq, read: lastSeq } : card.operatorHas
    return { outcome, card: { ...card, operatorHas }, value: () => null }
  })
}

/** On the visitor's newest conversation, which stays the newest for as long as they can begin no other. */
function block(
  { socket, context }: Speaking,
  given: { conversationId: ConversationId; until?: number },
): Reply<null> | Promise<Reply<null>> {
  const { live, log } = context
  const { operatorId } = socket.data
  const visitorId = live.conversation(given.conversationId)?.conversation.visitorId
  const newest = visitorId === undefined ? undefined : live.ofVisitor(visitorId)
  if (!newest) return refused('no-conversation')
  const now = Date.now()
  const { until = now } = given
  if (until > now + workLimits.blockedWithin) return refused('malformed', 'until')
  const { conversation, card } = newest
  log.info({ operatorId, conversationId: conversation.id, until }, 'a visitor was blocked, or is no longer')
  return live.decide(conversation.id, (desk) => {
    const same = { ok: true as const, desk, conversation, items: [] }
    const ended = close(desk, { conversationId: conversation.id, by: operatorId, now })
    // What a colleague has is theirs to close.
    return {
      outcome: until > now && ended.ok ? ended : same,
      card: { ...card, blockedUntil: until },
      value: () => null,
    }
  })
}

/** Also of a conversation that is over: what it was about is often clear at its end. */
function setLabels(
  { context }: Speaking,
  { conversationId, labels }: { conversationId: ConversationId; labels: readonly string[] },
): Reply<null> | Promise<Reply<null>> {
  const { live, settings } = context
  const known = live.conversation(conversationId)
  if (!known) return refused('no-conversation')
  const { conversation, card } = known
  const chosenFrom = [...settings.settings.data.labels, ...(card.labels ?? [])]
  if (!labels.every((label) => chosenFrom.includes(label))) return refused('malformed', 'labels')
  return live.decide(conversationId, (desk) => ({
    outcome: { ok: true, desk, conversation, items: [] },
    card: { ...card, labels },
    value: () => null,
  }))
}
