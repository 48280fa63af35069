import {
  accepted,
  type DeskStatus,
  type EntryId,
  feedbackGuard,
  limits,
  localeGuard,
  protocolVersion,
  type SearchReply,
  searchGuard,
} from '@deskbell/protocol'
import { json, type RequestHandler, Router } from 'express'
import type { Context } from '../context.ts'
import { Buckets } from '../limits/bucket.ts'
import { route } from './replies.ts'

const resultsSent = 12
const nearSent = 3

/** What the widget asks without any identity: cookies are ignored, the allowed Origin is echoed. */
export function publicApi(context: Context): Router {
  const { config, publication, settings, line, store, addressOf } = context
  const router = Router()
  const feedback = new Buckets(20, 1)
  router.use(['/desk', '/entries', '/search', '/feedback'], crossOrigin(context))
  router.get(
    '/desk',
    route(localeGuard, () => {
      const { siteName, locale, contact } = settings.settings.data
      const people = line.people()
      const next = line.next(Date.now())
      const status: DeskStatus = {
        protocol: protocolVersion,
        siteName,
        locale,
        contact,
        sendsMail: config.mail !== undefined,
        people,
        next,
      }
      return accepted(status)
    }),
  )
  router.get('/entries', (request, response, next) => {
    const etag = `"${publication.version()}"`
    response.set({ ETag: etag, 'Cache-Control': 'no-cache' })
    if (request.headers['if-none-match'] === etag) response.status(304).end()
    else next()
  })
  router.get(
    '/entries',
    route(localeGuard, ({ locale }) => accepted(publication.entriesFor(locale))),
  )
  router.get(
    '/search',
    route(searchGuard, ({ locale, q }) => {
      const { entries } = publication.entriesFor(locale)
      const search = publication.searchFor(locale)
      const found = (results: readonly { id: EntryId }[]) =>
        results.flatMap(({ id }) => entries.find((entry) => entry.id === id) ?? [])
      const results = found(search.search(q, resultsSent))
      const reply: SearchReply = { results, near: results.length > 0 ? [] : found(search.nearest(q, nearSent)) }
      return accepted(reply)
    }),
  )
  router.post(
    '/feedback',
    json({ limit: limits.bodyBytes }),
    route(feedbackGuard, (given, request) => {
      const retryAfterMs = feedback.take(addressOf(request))
      if (retryAfterMs > 0) return { ok: false, refusal: 'rate-limited', retryAfterMs }
      store.addFeedback(given, Date.now())
      return accepted(null)
    }),
  )
  return router
}

/** CORS by hand (Fetch standard): the allowed Origin whole, no credentials. A foreign page gets no answer at all. */
function crossOrigin({ origins }: Context): RequestHandler {
  return (request, response, next) => {
    const { origin } = request.headers
    response.vary('Origin')
    response.set('Cache-Control', 'no-store')
    if (!origins.isAllowed(origin)) {
      response.status(403).json({ refusal: 'forbidden' })
      return
    }
    if (origin) response.set({ 'Access-Control-Allow-Origin': origin, 'Cross-Origin-Resource-Policy': 'cross-origin' })
    if (request.method !== 'OPTIONS') return next()
    response.set({
      'Access-Control-Allow-Methods': 'GET, POST',
      'Access-Control-Allow-Headers': 'content-type',
      'Access-Control-Max-Age': '600',
    })
    response.status(204).end()
  }
}
