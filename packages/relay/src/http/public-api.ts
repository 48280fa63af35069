import {
  accepted,
  type DeskStatus,
  deskGuard,
  type EntryId,
  feedbackGuard,
  type Locale,
  limits,
  localeGuard,
  protocolVersion,
  type SearchReply,
  searchGuard,
} from '@deskbell/protocol'
import { json, Router } from 'express'
import type { Context } from '../context.ts'
import { Buckets } from '../limits/bucket.ts'
import { skillFor } from '../topics.ts'
import { crossOrigin } from './cross-origin.ts'
import { route } from './replies.ts'

/** What the widget asks without any identity: cookies are ignored, the allowed Origin is echoed. */
export function publicApi(context: Context): Router {
  const { config, publication, settings, line, learning, addressOf } = context
  const router = Router()
  const feedback = new Buckets(20, 1)
  // Each search costs the relay some milliseconds; a page asks as somebody types, and an office shares an address.
  const searches = new Buckets(60, 10)
  router.use(['/desk', '/entries', '/search', '/feedback'], crossOrigin(context))
  router.get(
    '/desk',
    route(deskGuard, ({ locale: read, topic }) => {
      const { siteName, locale, contact, topics } = settings.settings.data
      const skill = skillFor(topics, topic)
      const asks = { locale: read, ...(skill !== undefined && { skill }) }
      const next = line.next(asks, Date.now())
      const backAt = line.backAt(Date.now())
      const status: DeskStatus = {
        protocol: protocolVersion,
        siteName,
        locale,
        contact,
        sendsMail: config.mail !== undefined,
        people: line.peopleFor(asks),
        next,
        line: { isFormFirst: line.isBeyondLimits(next) },
        ...(backAt !== undefined && { backAt }),
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
    route(
      searchGuard,
      async ({ locale, q }, request) =>
        searches.refuse(addressOf(request)) ?? accepted(await search(context, locale, q)),
    ),
  )
  router.post(
    '/feedback',
    json({ limit: limits.bodyBytes }),
    route(feedbackGuard, (given, request) => {
      const tooMuch = feedback.refuse(addressOf(request))
      if (tooMuch) return tooMuch
      if (given.kind === 'helped') learning.helped(given, addressOf(request))
      else learning.nothingFound(given)
      return accepted(null)
    }),
  )
  return router
}

/** As the page does it with entries of its own: see AnswersModel of the widget. */
async function search({ publication }: Context, locale: Locale, query: string): Promise<SearchReply> {
  const index = await publication.searchFor(locale)
  const all = publication.allFor(locale)
  const found = (results: readonly { id: EntryId }[]) =>
    results.flatMap(({ id }) => all.find((entry) => entry.id === id) ?? [])
  const results = found(index.search(query, limits.resultsListed))
  return { results, near: results.length > 0 ? [] : found(index.nearest(query, limits.nearListed)) }
}
