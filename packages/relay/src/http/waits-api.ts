import { ofLastDays, reportWaits } from '@deskbell/desk'
import { accepted, parse, type Reply, type WaitsReport, waitsGuard } from '@deskbell/protocol'
import { Router } from 'express'
import type { Context } from '../context.ts'
import { createDoors } from './doors.ts'
import { csvOf } from './waits-csv.ts'

const day = 86_400_000

/** How long visitors waited, and what they were promised. */
export function waitsApi(context: Context): Router {
  const { owner, ownersFile } = createDoors(context)
  const router = Router()
  router.get(
    '/waits',
    owner((request) => report(context, { ...request.query })),
  )
  router.get(
    '/waits.csv',
    ownersFile({ name: 'deskbell-waits.csv', type: 'csv' }, (request) => {
      const given = parse(waitsGuard, { ...request.query })
      if (!given.ok) return given
      const now = Date.now()
      return accepted(csvOf(ofLastDays(recent(context, given.value.days), { ...given.value, now }), now))
    }),
  )
  return router
}

function report(context: Context, query: unknown): Reply<WaitsReport> {
  const given = parse(waitsGuard, query)
  if (!given.ok) return given
  return accepted(reportWaits(recent(context, given.value.days), { ...given.value, now: Date.now() }))
}

/** One day more than asked for: no calendar day anywhere is cut off. */
function recent({ store }: Context, days: number) {
  return store.waits.since(Date.now() - (days + 1) * day)
}
