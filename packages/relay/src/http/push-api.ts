import { accepted, limits, type PushKey, parse, pushDeviceGuard, pushEndpointGuard, refused } from '@deskbell/protocol'
import { json, Router } from 'express'
import type { Context } from '../context.ts'
import { createDoors } from './doors.ts'
import { tokenOf } from './entrance.ts'

/** The devices on which an operator is told while no page of the inbox is open there. */
export function pushApi(context: Context): Router {
  const { pushDevices, pusher } = context
  const { signedIn } = createDoors(context)
  const router = Router()
  const body = json({ limit: limits.bodyBytes })
  router.get(
    '/push',
    signedIn(() => accepted<PushKey>({ publicKey: pusher.publicKey })),
  )
  router.put(
    '/push',
    body,
    signedIn((request) => {
      const given = parse(pushDeviceGuard, request.body)
      const token = tokenOf(context, request)
      if (!given.ok) return given
      if (token === undefined) return refused('signed-out')
      pushDevices.put(given.value, token)
      return accepted(null)
    }),
  )
  router.delete(
    '/push',
    body,
    signedIn((request) => {
      const given = parse(pushEndpointGuard, request.body)
      if (!given.ok) return given
      pushDevices.remove(given.value.endpoint)
      return accepted(null)
    }),
  )
  return router
}
