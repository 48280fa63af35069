import { type Merged, merge, type NewItem, part } from '@deskbell/desk'
import {
  accepted,
  type ConversationId,
  mergeGuard,
  type OperatorConversation,
  ofGuard,
  type Reply,
  refused,
} from '@deskbell/protocol'
import type { Context } from '../context.ts'
import type { StoredConversation } from '../store/head-rows.ts'
import { handler } from './dispatch.ts'
import type { Handlers, Speaking } from './speaking.ts'

/** A question and a conversation of the same visitor become one thread, and two again. */
export function mergingHandlers({ socket, context }: Speaking): Handlers {
  const by = socket.data.operatorId
  return [
    [
      'conversation:merge',
      handler(mergeGuard, ({ conversationId, from }) => {
        const [into, question] = [context.live.conversation(conversationId), context.live.conversation(from)]
        if (!into || !question) return refused('no-conversation')
        // Two people must never read one another, whoever asks for it.
        if (!areOfOnePerson(into, question)) return refused('forbidden')
        return store(context, conversationId, () =>
          merge(context.live.desk, { conversationId, from, said: itemsOf(context, from), by, now: Date.now() }),
        )
      }),
    ],
    [
      'merge:undo',
      handler(ofGuard, ({ conversationId }) => {
        const known = context.live.conversation(conversationId)
        if (!known) return refused('no-conversation')
        const { visitorId } = known.conversation
        // A visitor has one conversation at a time.
        if (context.live.openOf(visitorId)) return refused('conversation-closed')
        const question = { ...known.conversation, isVisitorPresent: context.visitorPresence.isPresent(visitorId) }
        return store(context, conversationId, () => part(context.live.desk, { question, by, now: Date.now() }))
      }),
    ],
  ]
}

/** The same visitor, or two whom the shop vouches to be the same person. What somebody only says of themselves proves nothing. */
function areOfOnePerson(one: StoredConversation, other: StoredConversation): boolean {
  const { verifiedId } = one.card
  if (one.conversation.visitorId === other.conversation.visitorId) return true
  return verifiedId !== undefined && verifiedId === other.card.verifiedId
}

/** Decided on what is stored: nothing comes in between. The head that is asked for is the reply. */
async function store(
  { live, doorbell, endVisitor }: Context,
  asked: ConversationId,
  decide: () => Merged,
): Promise<Reply<OperatorConversation>> {
  void live.flush()
  const outcome = decide()
  if (!outcome.ok) return outcome
  const reply = await live.change(outcome.desk, outcome.changed)
  if (!reply.ok) return reply
  const [into, question] = outcome.changed
  // Its visitor comes back to the conversation that goes on.
  if (into.conversation.visitorId !== question.conversation.visitorId) endVisitor(question.conversation.visitorId)
  const head = doorbell.head(asked)
  return head ? accepted(head) : refused('no-conversation')
}

function itemsOf({ store }: Context, id: ConversationId): NewItem[] {
  const items: NewItem[] = []
  let isMore = true
  while (isMore) {
    const page = store.itemsAfter(id, items.at(-1)?.seq ?? 0)
    items.push(...page.items)
    isMore = page.hasMore
  }
  return items
}
