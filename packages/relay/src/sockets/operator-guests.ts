import { invite, joinIn, leave } from '@deskbell/desk'
import { invitationGuard, leavingGuard, ofGuard } from '@deskbell/protocol'
import { toOperatorConversation } from '../serializers.ts'
import { handler } from './dispatch.ts'
import type { Handlers, Speaking } from './speaking.ts'

/** Two answer one visitor: a colleague is asked, joins and leaves. */
export function guestHandlers({ socket, context }: Speaking): Handlers {
  const { live } = context
  const by = socket.data.operatorId
  return [
    [
      'conversation:invite',
      handler(invitationGuard, (invitation) =>
        live.decide(invitation.conversationId, (desk) => ({
          outcome: invite(desk, { ...invitation, by, now: Date.now() }),
          value: () => null,
        })),
      ),
    ],
    [
      'conversation:join',
      handler(ofGuard, ({ conversationId }) =>
        live.decide(conversationId, (desk) => ({
          outcome: joinIn(desk, { conversationId, by, now: Date.now() }),
          value: (conversation, card) => toOperatorConversation(conversation, card),
        })),
      ),
    ],
    [
      'conversation:leave',
      handler(leavingGuard, (leaving) =>
        live.decide(leaving.conversationId, (desk) => ({
          outcome: leave(desk, { ...leaving, by, now: Date.now() }),
          value: () => null,
        })),
      ),
    ],
  ]
}
