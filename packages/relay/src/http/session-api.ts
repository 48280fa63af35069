import {
  accepted,
  joinGuard,
  limits,
  type Operator,
  type Reply,
  refused,
  type SessionReply,
  setUpGuard,
  signInGuard,
} from '@deskbell/protocol'
import { json, type Request, type Response, Router } from 'express'
import * as v from 'valibot'
import type { Context } from '../context.ts'
import { Buckets } from '../limits/bucket.ts'
import { sessionCookie, sessionTokenOf } from '../sessions.ts'
import type { SetUpLink } from '../set-up.ts'
import type { Account } from '../team.ts'
import { route } from './replies.ts'

const tokenGuard = v.strictObject(
  { token: v.pipe(v.string('malformed'), v.maxLength(limits.titleLength, 'malformed')) },
  'malformed',
)

/** Sign-in, set-up by the one-time link, and joining by an invitation. */
export function sessionApi(context: Context, setUp: SetUpLink): Router {
  const { config, sessions, team, settings } = context
  const router = Router()
  const body = json({ limit: limits.bodyBytes })
  router.get('/session', (request, response) => {
    response.set('Cache-Control', 'no-store')
    response.json(sessionOf(context, request, setUp))
  })
  router.post('/session', body, route(signInGuard, signIn(context)))
  router.delete('/session', (request, response) => {
    const token = sessionTokenOf(request.headers.cookie)
    if (token) {
      const operatorId = sessions.operatorOf(token, Date.now())
      sessions.end(token)
      context.endSession(token)
      // Who is away already keeps the return that visitors are told.
      if (operatorId && context.live.desk.operators.get(operatorId)?.isOnDuty) {
        context.setDuty(operatorId, { isOnDuty: false })
      }
    }
    response.set('Set-Cookie', sessionCookie('', 0, isSecure(context)))
    response.status(204).end()
  })
  router.get(
    '/set-up',
    route(tokenGuard, ({ token }) =>
      setUp.isValid(token)
        ? accepted({ isDemo: config.isDemo, accent: settings.settings.data.accent })
        : refused('link-used'),
    ),
  )
  router.post(
    '/set-up',
    body,
    route(setUpGuard, async ({ token, siteName, locale, origins, ...account }, _request, response) => {
      if (!setUp.use(token)) return refused('link-used')
      settings.settings.update((data) => void Object.assign(data, { siteName, locale, origins }))
      context.publication.changed()
      return enter(context, response, await newOperator(context, account, true))
    }),
  )
  router.get(
    '/join',
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
      if (team.withEmail(account.email)) return refused('email-taken')
      if (!sessions.useInvitation(token, Date.now())) return refused('link-used')
      return enter(context, response, await newOperator(context, account, false))
    }),
  )
  return router
}

async function newOperator(context: Context, account: Account, isOwner: boolean): Promise<Operator> {
  const operator = await context.team.add(account, isOwner)
  context.operatorChanged(operator)
  return operator
}

function sessionOf(context: Context, request: Request, setUp: SetUpLink): SessionReply {
  const operator = operatorOf(context, request)
  if (operator) return { state: 'signed-in', operator }
  if (setUp.isNeeded()) return { state: 'set-up-needed', isDemo: context.config.isDemo }
  return { state: 'signed-out', siteName: context.settings.settings.data.siteName }
}

/** Who is signed in, by the cookie alone. */
export function operatorOf({ sessions, team }: Context, request: Request): Operator | undefined {
  const token = sessionTokenOf(request.headers.cookie)
  const id = token && sessions.operatorOf(token, Date.now())
  return id ? team.find(id) : undefined
}

function isSecure({ origins }: Context): boolean {
  return origins.publicUrl().startsWith('https:')
}

/** A new session, whatever cookie came along (OWASP ASVS: session fixation). */
function enter(context: Context, response: Response, operator: Operator): Reply<{ operator: Operator }> {
  const { token, expiresAt } = context.sessions.begin(operator.id, Date.now())
  response.set('Set-Cookie', sessionCookie(token, expiresAt, isSecure(context)))
  return accepted({ operator })
}

const wrongLogins = 5
const wrongLoginsPerSecond = wrongLogins / (15 * 60)

function signIn(context: Context) {
  const { team, addressOf } = context
  const attempts = new Buckets(wrongLogins, wrongLoginsPerSecond)
  return async (given: { email: string; password: string }, request: Request, response: Response) => {
    const key = `${addressOf(request)} ${given.email.toLowerCase()}`
    const retryAfterMs = attempts.take(key)
    if (retryAfterMs > 0) return { ok: false as const, refusal: 'rate-limited' as const, retryAfterMs }
    const operator = await team.authenticate(given.email, given.password)
    if (!operator) return refused('wrong-credentials')
    attempts.forget(key)
    return enter(context, response, operator)
  }
}
