import { accepted, type OperatorId, type OwnSessions, type Reply } from '@deskbell/protocol'
import { Router } from 'express'
import type { Context } from '../context.ts'
import { dayOf } from '../store/day.ts'
import { sessionIdOf } from '../store/session-store.ts'
import { createDoors } from './doors.ts'
import { endDuty, tokenOf } from './entrance.ts'

/** Where one is signed in, and the end of any of these sessions; for owners also those of a colleague. */
export function ownSessionsApi(context: Context): Router {
  const { signedIn, owner } = createDoors(context)
  const router = Router()
  router.get(
    '/sessions',
    signedIn((request, { id }) => accepted(sessionsOf(context, id, tokenOf(context, request) ?? ''))),
  )
  router.delete(
    '/sessions/:id',
    signedIn((request, operator) => {
      context.signOut.one(operator.id, String(request.params.id))
      return accepted(null)
    }),
  )
  router.get(
    '/operators/:id/sessions',
    owner((request) => accepted(sessionsOf(context, String(request.params.id), tokenOf(context, request) ?? ''))),
  )
  router.delete(
    '/operators/:id/sessions/:session',
    owner((request) => endOne(context, String(request.params.id), String(request.params.session))),
  )
  return router
}

/** Whose last open inbox that was is away at once: nobody comes back to it. */
function endOne(context: Context, operatorId: OperatorId, id: string): Reply<null> {
  const { signOut } = context
  const hadInbox = signOut.open(operatorId).has(id)
  signOut.one(operatorId, id)
  if (hadInbox && signOut.open(operatorId).size === 0) endDuty(context, operatorId)
  return accepted(null)
}

/** One with an open inbox is seen today, though it may have asked nothing for days. */
function sessionsOf({ sessions, signOut }: Context, operatorId: OperatorId, token: string): OwnSessions {
  const [now, here, open] = [Date.now(), sessionIdOf(token), signOut.open(operatorId)]
  return sessions.of(operatorId, now).map((session) => ({
    ...session,
    ...(open.has(session.id) && { seenDay: dayOf(now) }),
    isThis: session.id === here,
  }))
}
