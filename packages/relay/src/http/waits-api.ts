import { setImmediate } from 'node:timers/promises'
import { ofLastDays, reportWaits, type Wait } from '@deskbell/desk'
import { accepted, parse, type Reply, type WaitsReport, waitsGuard } from '@deskbell/protocol'
import { Router } from 'express'
import type { Context } from '../context.ts'
import { Buckets } from '../limits/bucket.ts'
import { waitsSince } from '../store/waits-since.ts'
import { createDoors } from './doors.ts'
import { csvLines, csvNames } from './waits-csv.ts'

const day = 86_400_000
const page = 1_000

/** How long visitors waited, and what they were promised. */
export function waitsApi(context: Context): Router {
  const { owner, ownersFile } = createDoors(context)
  const router = Router()
  // Three months of a busy desk take a good part of a second.
  const reports = new Buckets(10, 0.5)
  router.get(
    '/waits',
    owner((request) => reports.refuse(context.addressOf(request)) ?? report(context, { ...request.query })),
  )
  router.get(
    '/waits.csv',
    ownersFile({ name: 'deskbell-waits.csv', type: 'csv' }, async (request) => {
      const tooMuch = reports.refuse(context.addressOf(request))
      if (tooMuch) return tooMuch
      const given = parse(waitsGuard, { ...request.query })
      if (!given.ok) return given
      const now = Date.now()
      return accepted(await file(ofLastDays(await recent(context, given.value.days), { ...given.value, now }), now))
    }),
  )
  return router
}

async function report(context: Context, query: unknown): Promise<Reply<WaitsReport>> {
  const given = parse(waitsGuard, query)
  if (!given.ok) return given
  return accepted(reportWaits(await recent(context, given.value.days), { ...given.value, now: Date.now() }))
}

/** One day more than asked for: no calendar day anywhere is cut off. */
function recent({ store }: Context, days: number): Promise<Wait[]> {
  return waitsSince(store.waits, Date.now() - (days + 1) * day, day)
}

/** Between pages the relay does what else is due. */
async function file(waits: readonly Wait[], now: number): Promise<string> {
  const pages = [csvNames]
  for (let from = 0; from < waits.length; from += page) {
    pages.push(csvLines(waits.slice(from, from + page), now))
    await setImmediate()
  }
  return pages.join('')
}
