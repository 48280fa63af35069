import { accepted, type SightingsReply } from '@deskbell/protocol'
import { type RequestHandler, Router } from 'express'
import type { Context } from '../context.ts'
import { createDoors } from './doors.ts'

/** Notes which site a request for the widget comes from. The demo shop is a page of the relay, which names itself to nobody. */
export function noteSighting({ sightings, origins, config }: Context): RequestHandler {
  return ({ headers }, _response, next) => {
    const isDemo = config.isDemo && headers['sec-fetch-site'] === 'same-origin'
    sightings.note(headers.origin ?? headers.referer ?? (isDemo ? origins.publicUrl() : undefined), Date.now())
    next()
  }
}

/** For the owner who has just pasted the widget's line. */
export function sightingsApi(context: Context): Router {
  const { sightings, origins } = context
  const router = Router()
  router.get(
    '/sightings',
    createDoors(context).owner(() => {
      const seen = sightings.list(Date.now())
      const reply: SightingsReply = {
        sightings: seen.map((one) => ({ ...one, isAllowed: origins.isAllowed(one.origin) })),
      }
      return accepted(reply)
    }),
  )
  return router
}
