import { accepted, type HoursReply, hoursGuard, limits, parse } from '@deskbell/protocol'
import { json, Router } from 'express'
import type { Context } from '../context.ts'
import { returnsAt } from '../desk/roster.ts'
import { tellShifts } from '../shifts.ts'
import { createDoors } from './doors.ts'

/** When somebody is usually there. */
export function hoursApi(context: Context): Router {
  const { hours } = context.settings
  const { owner } = createDoors(context)
  const router = Router()
  const reply = (): HoursReply => {
    const next = returnsAt(context.settings, Date.now())
    return { hours: hours.data, ...(next !== undefined && { opensAt: next }) }
  }
  router.get(
    '/hours',
    owner(() => accepted(reply())),
  )
  router.put(
    '/hours',
    json({ limit: limits.entryBytes }),
    owner((request) => {
      const given = parse(hoursGuard, request.body)
      if (!given.ok) return given
      hours.data = given.value
      hours.write()
      // The roster is in the same time zone.
      tellShifts(context, Date.now())
      context.doorbell.siteChanged()
      return accepted(reply())
    }),
  )
  return router
}
