import { accepted, type Operator, type OperatorId, type Reply } from '@deskbell/protocol'
import type { Request, Response } from 'express'
import type { Context } from '../context.ts'
import { sessionCookie, sessionTokenOf } from '../sessions.ts'
import { browserOf } from './browser-of.ts'

/** The session token that a request brings along, whether it is good or not. */
export function tokenOf({ origins }: Context, request: Request): string | undefined {
  return sessionTokenOf(request.headers.cookie, origins.isSecure())
}

/** Who is signed in, by the cookie alone. */
export function operatorOf(context: Context, request: Request): Operator | undefined {
  const { sessions, team } = context
  const token = tokenOf(context, request)
  const id = token && sessions.operatorOf(token, Date.now())
  return id ? team.admitted(id) : undefined
}

/** A new session, whatever cookie came along; the one that did ends (OWASP ASVS: session fixation). */
export function enter(context: Context, response: Response, operator: Operator): Reply<{ operator: Operator }> {
  const before = tokenOf(context, response.req)
  if (before) context.signOut.session(before)
  const from = browserOf(response.req.get('user-agent'))
  const { token, expiresAt } = context.sessions.begin(operator.id, Date.now(), from)
  response.set('Set-Cookie', sessionCookie(token, expiresAt, context.origins.isSecure()))
  return accepted({ operator })
}

/** Has the browser forget its session. */
export function dropCookie({ origins }: Context, response: Response): void {
  response.set('Set-Cookie', sessionCookie('', 0, origins.isSecure()))
}

/** Who is away already keeps the return that visitors are told. */
export function endDuty(context: Context, operatorId: OperatorId | undefined): void {
  if (operatorId && context.live.desk.operators.get(operatorId)?.isOnDuty) {
    context.setDuty(operatorId, { isOnDuty: false })
  }
}
