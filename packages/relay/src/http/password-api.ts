import {
  accepted,
  limits,
  newPasswordGuard,
  type Operator,
  type PasswordLinkOf,
  type PasswordLinkReply,
  parse,
  passwordChangeGuard,
  type Reply,
  refused,
  tokenGuard,
} from '@deskbell/protocol'
import { json, type Request, Router } from 'express'
import type { Context } from '../context.ts'
import { passwordLinkAt } from '../store/password-links.ts'
import { emailKey } from '../team.ts'
import { createDoors } from './doors.ts'
import { enter, tokenOf } from './entrance.ts'
import { route } from './replies.ts'

/** One's own password, and a new one by a one-time link. */
export function passwordApi(context: Context): Router {
  const { team, settings, passwordLinks, signOut, origins } = context
  const { signedIn, owner } = createDoors(context)
  const router = Router()
  const body = json({ limit: limits.bodyBytes })
  router.put(
    '/password',
    body,
    signedIn((request, operator) => changeOwn(context, request, operator)),
  )
  router.post(
    '/operators/:id/password-link',
    owner((request): Reply<PasswordLinkReply> => {
      const operator = team.admitted(String(request.params.id))
      if (!operator) return refused('unknown-operator')
      const { token, expiresAt } = passwordLinks.make(operator.id, Date.now())
      return accepted({ url: passwordLinkAt(origins.publicUrl(), token), expiresAt })
    }),
  )
  router.post(
    '/new-password/look',
    body,
    route(tokenGuard, ({ token }): Reply<PasswordLinkOf> => {
      const operator = team.admitted(passwordLinks.operatorOf(token, Date.now()) ?? '')
      if (!operator) return refused('link-used')
      return accepted({ siteName: settings.settings.data.siteName, name: operator.name, email: operator.email })
    }),
  )
  router.post(
    '/new-password',
    body,
    route(newPasswordGuard, async ({ token, password }, _request, response) => {
      const id = passwordLinks.use(token, Date.now())
      const operator = id === undefined ? undefined : await team.setPassword(id, password)
      if (!operator) return refused('link-used')
      signOut.everywhere(operator.id)
      return enter(context, response, operator)
    }),
  )
  return router
}

async function changeOwn(context: Context, request: Request, { id, email }: Operator): Promise<Reply<null>> {
  const { team, attempts, passwordLinks, signOut } = context
  const given = parse(passwordChangeGuard, request.body)
  if (!given.ok) return given
  const tried = [context.addressOf(request), emailKey(email)] as const
  const retryAfterMs = attempts.take(...tried)
  if (retryAfterMs > 0) return { ok: false, refusal: 'rate-limited', retryAfterMs }
  if (!(await team.authenticate(email, given.value.current))) return refused('wrong-credentials')
  attempts.right(...tried)
  await team.setPassword(id, given.value.password)
  passwordLinks.end(id)
  signOut.everywhere(id, tokenOf(context, request))
  return accepted(null)
}
