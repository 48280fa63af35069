import {
  accepted,
  type ConversationId,
  type ErasedReply,
  type IdentitySecretReply,
  limits,
  type Operator,
  type Privacy,
  parse,
  privacyGuard,
  type Reply,
  refused,
} from '@deskbell/protocol'
import { json, type Request, Router } from 'express'
import type { Context } from '../context.ts'
import { eraseVisitors } from '../privacy/erase.ts'
import { exportVisitors } from '../privacy/export.ts'
import { createDoors } from './doors.ts'
import { saving, told } from './versions.ts'

/** What the law lets a visitor ask for: all that is known of them, and its end. And how long it is kept unasked. */
export function privacyApi(context: Context): Router {
  const { settings, identities } = context
  const { signedIn, owner, file } = createDoors(context)
  const router = Router()
  router.get(
    '/privacy',
    signedIn((request) => told(request, settings.privacy, accepted(settings.privacy.data))),
  )
  router.put(
    '/privacy',
    json({ limit: limits.bodyBytes }),
    owner((request, by) => saving(request, by, settings.privacy, () => savePrivacy(context, request.body))),
  )
  const secret = (text: string): Reply<IdentitySecretReply> => accepted({ secret: text })
  router.get(
    '/identity-secret',
    owner(() => secret(identities.secret())),
  )
  router.post(
    '/identity-secret',
    owner(() => secret(identities.renew())),
  )
  router.get(
    '/visitors/:conversationId',
    file({ name: 'deskbell-visitor.json', type: 'json' }, async (request) => {
      const visitors = visitorsOf(context, request)
      if (!visitors) return refused('no-conversation')
      return accepted(
        await exportVisitors({ ...context, running: context, publicUrl: context.origins.publicUrl() }, visitors),
      )
    }),
  )
  router.delete(
    '/visitors/:conversationId',
    signedIn((request, operator) => erase(context, request, operator)),
  )
  return router
}

function savePrivacy({ settings }: Context, body: unknown): Reply<Privacy> {
  const given = parse(privacyGuard, body)
  if (!given.ok) return given
  settings.privacy.data = given.value
  settings.privacy.write()
  return given
}

/** Who speaks in a conversation, on all their devices. */
function visitorsOf({ live, store }: Context, { params }: Request): string[] | undefined {
  const known = live.conversation(String(params.conversationId) as ConversationId)
  return known && store.personal.samePerson(known.conversation.visitorId)
}

async function erase(context: Context, request: Request, operator: Operator): Promise<Reply<ErasedReply>> {
  const visitors = visitorsOf(context, request)
  if (!visitors) return refused('no-conversation')
  const reply = await eraseVisitors({ ...context, running: context }, visitors)
  if (reply.ok) context.log.info({ operatorId: operator.id, ...reply.value }, 'a visitor was erased')
  return reply
}
