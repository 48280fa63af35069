import {
  accepted,
  joinGuard,
  limits,
  type Operator,
  type Reply,
  refused,
  type SessionReply,
  type SignIn,
  setUpGuard,
  signInGuard,
  tokenGuard,
} from '@deskbell/protocol'
import { json, type Request, type Response, Router } from 'express'
import type { Context } from '../context.ts'
import type { SetUpLink } from '../set-up.ts'
import { type Account, emailKey } from '../team.ts'
import { dropCookie, endDuty, enter, operatorOf, tokenOf } from './entrance.ts'
import { route } from './replies.ts'

/** Sign-in and sign-out, set-up by the one-time link, and joining by an invitation. No token travels in an address: proxies log those. */
export function sessionApi(context: Context, setUp: SetUpLink): Router {
  const { sessions, team, settings } = context
  const router = Router()
  const body = json({ limit: limits.bodyBytes })
  router.get('/session', (request, response) => {
    response.set('Cache-Control', 'no-store')
    response.json(sessionOf(context, request, setUp))
  })
  router.post('/session', body, route(signInGuard, signIn(context)))
  router.delete('/session', (request, response) => {
    const token = tokenOf(context, request)
    if (token) endDuty(context, context.signOut.session(token))
    dropCookie(context, response)
    response.status(204).end()
  })
  router.use(setUpRoutes(context, setUp))
  router.post(
    '/join/look',
    body,
    route(tokenGuard, ({ token }) =>
      sessions.isInvited(token, Date.now())
        ? accepted({ siteName: settings.settings.data.siteName })
        : refused('link-used'),
    ),
  )
  router.post(
    '/join',
    body,
    route(joinGuard, async ({ token, ...account }, _request, response) => {
      // Who is on the team is nobody's to ask without an invitation.
      if (!sessions.isInvited(token, Date.now())) return refused('link-used')
      const taken = team.takenOf(account)
      if (taken) return refused(taken)
      if (!sessions.useInvitation(token, Date.now())) return refused('link-used')
      return admit(context, response, { account, isOwner: false })
    }),
  )
  return router
}

function setUpRoutes(context: Context, setUp: SetUpLink): Router {
  const { config, settings, publication } = context
  const router = Router()
  const body = json({ limit: limits.bodyBytes })
  router.post(
    '/set-up/look',
    body,
    route(tokenGuard, ({ token }) =>
      setUp.isValid(token)
        ? accepted({
            isDemo: config.isDemo,
            hasEntries: settings.entries.data.length > 0,
            accent: settings.settings.data.accent,
          })
        : refused('link-used'),
    ),
  )
  router.post(
    '/set-up',
    body,
    route(setUpGuard, async ({ token, siteName, locale, origins, ...account }, _request, response) => {
      if (!setUp.use(token)) return refused('link-used')
      settings.settings.update((data) => void Object.assign(data, { siteName, locale, origins }))
      publication.changed()
      return admit(context, response, { account, isOwner: true })
    }),
  )
  return router
}

/** A new operator, who is signed in at once. */
async function admit(
  context: Context,
  response: Response,
  { account, isOwner }: { account: Account; isOwner: boolean },
): Promise<Reply<{ operator: Operator }>> {
  const added = await context.team.add(account, isOwner)
  if (!added.ok) return added
  context.operatorChanged(added.value)
  return enter(context, response, added.value)
}

function sessionOf(context: Context, request: Request, setUp: SetUpLink): SessionReply {
  const operator = operatorOf(context, request)
  if (operator) return { state: 'signed-in', operator }
  if (setUp.isNeeded()) return { state: 'set-up-needed', isDemo: context.config.isDemo }
  return { state: 'signed-out', siteName: context.settings.settings.data.siteName }
}

function signIn(context: Context) {
  const { team, addressOf, attempts } = context
  return async ({ email, password }: SignIn, request: Request, response: Response) => {
    const tried = [addressOf(request), emailKey(email)] as const
    const retryAfterMs = attempts.take(...tried)
    if (retryAfterMs > 0) return { ok: false as const, refusal: 'rate-limited' as const, retryAfterMs }
    const operator = await team.authenticate(email, password)
    if (!operator) return refused('wrong-credentials')
    attempts.right(...tried)
    return enter(context, response, operator)
  }
}
