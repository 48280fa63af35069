import { accepted, type OperatorId, type OwnSessions } from '@deskbell/protocol'
import { Router } from 'express'
import type { Context } from '../context.ts'
import { dayOf } from '../store/day.ts'
import { sessionIdOf } from '../store/session-store.ts'
import { createDoors } from './doors.ts'
import { tokenOf } from './entrance.ts'

/** Where one is signed in, and the end of any of these sessions. */
export function ownSessionsApi(context: Context): Router {
  const { signedIn } = createDoors(context)
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
  return router
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
