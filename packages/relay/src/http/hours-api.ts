import { accepted, type HoursReply, hoursGuard, limits, parse, type Reply } from '@deskbell/protocol'
import { json, Router } from 'express'
import type { Context } from '../context.ts'
import { returnsAt } from '../desk/roster.ts'
import { tellShifts } from '../shifts.ts'
import { createDoors } from './doors.ts'
import { saving, told } from './versions.ts'

/** When somebody is usually there. */
export function hoursApi(context: Context): Router {
  const { hours } = context.settings
  const { owner } = createDoors(context)
  const router = Router()
  const reply = (): HoursReply => {
    const next = returnsAt(context.settings, context.team, Date.now())
    return { hours: hours.data, ...(next !== undefined && { opensAt: next }) }
  }
  const save = (body: unknown): Reply<HoursReply> => {
    const given = parse(hoursGuard, body)
    if (!given.ok) return given
    hours.data = given.value
    hours.write()
    // The roster is in the same time zone.
    tellShifts(context, Date.now())
    context.doorbell.siteChanged()
    context.doorbell.rosterChanged()
    return accepted(reply())
  }
  router.get(
    '/hours',
    owner((request) => told(request, hours, accepted(reply()))),
  )
  router.put(
    '/hours',
    json({ limit: limits.entryBytes }),
    owner((request, by) => saving(request, by, hours, () => save(request.body))),
  )
  return router
}
