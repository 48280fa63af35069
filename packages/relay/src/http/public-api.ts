import {
  accepted,
  blockGuard,
  type DeskStatus,
  deskGuard,
  type EntryId,
  type EntryReply,
  entryAskGuard,
  type Feedback,
  feedbackGuard,
  limits,
  localeGuard,
  type PublishedEntry,
  parse,
  protocolVersion,
  type Reply,
  searchGuard,
} from '@deskbell/protocol'
import { json, type Request, type RequestHandler, Router } from 'express'
import type { Context } from '../context.ts'
import { find } from '../faq/find.ts'
import type { Publication } from '../faq/publication.ts'
import { Buckets } from '../limits/bucket.ts'
import { lookOf } from '../look.ts'
import { drawBlock } from '../pages/block.ts'
import { createLocalFaqs } from '../pages/local-faq.ts'
import { createSiteTexts } from '../site-texts.ts'
import { skillFor } from '../topics.ts'
import { crossOrigin } from './cross-origin.ts'
import { route } from './replies.ts'
import { noteSighting } from './sightings-api.ts'

/** What the widget asks without any identity: cookies are ignored, the allowed Origin is echoed. */
export function publicApi(context: Context): Router {
  const { config, publication, settings, line, addressOf } = context
  const localFaqs = createLocalFaqs(context)
  const textsFor = createSiteTexts({ words: () => settings.words.data, locale: () => settings.settings.data.locale })
  const router = Router()
  // Each search costs the relay some milliseconds; a page asks as somebody types, and an office shares an address.
  const searches = new Buckets(60, 10)
  router.use(['/desk', '/entries', '/entry', '/search', '/feedback', '/block'], crossOrigin(context))
  router.get(
    '/desk',
    noteSighting(context),
    route(deskGuard, ({ locale: read, topic }) => {
      const { siteName, locale, contact, topics, asksFor } = settings.settings.data
      const skill = skillFor(topics, topic)
      const asks = { locale: read, ...(skill !== undefined && { skill }) }
      const next = line.next(asks, Date.now())
      const backAt = line.backAt(Date.now())
      const status: DeskStatus = {
        protocol: protocolVersion,
        siteName,
        locale,
        contact,
        look: lookOf(settings.settings.data),
        texts: textsFor(read),
        sendsMail: config.mail !== undefined,
        people: line.peopleFor(asks),
        next,
        line: { isFormFirst: line.isBeyondLimits(next) },
        ...((asksFor.name || asksFor.email) && { asksFor }),
        ...(backAt !== undefined && { backAt }),
      }
      return accepted(status)
    }),
  )
  router.get(
    '/entries',
    unlessKnown(publication),
    route(localeGuard, ({ locale }) => accepted(publication.entriesFor(locale))),
  )
  router.get(
    '/entry',
    route(entryAskGuard, ({ locale, id }) => accepted(entryOf(publication.allFor(locale), id))),
  )
  router.get(
    '/block',
    route(blockGuard, async ({ locale, ...wish }) => accepted(drawBlock(await localFaqs.for(locale), wish))),
  )
  router.get(
    '/search',
    route(
      searchGuard,
      async ({ locale, q }, request) =>
        searches.refuse(addressOf(request)) ?? accepted(await find(publication, locale, q)),
    ),
  )
  router.post('/feedback', json({ limit: limits.bodyBytes }), route(feedbackGuard, takeFeedback(context)))
  return router
}

/** Nothing where the page has this version of the entries. */
function unlessKnown(publication: Publication): RequestHandler {
  return (request, response, next) => {
    const asked = parse(localeGuard, { ...request.query })
    if (!asked.ok) return next()
    const etag = `"${publication.versionFor(asked.value.locale)}"`
    response.set({ ETag: etag, 'Cache-Control': 'no-cache' })
    if (request.headers['if-none-match'] === etag) response.status(304).end()
    else next()
  }
}

function entryOf(entries: readonly PublishedEntry[], id: EntryId): EntryReply {
  const entry = entries.find((one) => one.id === id)
  return entry ? { entry } : {}
}

function takeFeedback({ learning, publication, reads, addressOf }: Context) {
  // Who opens one entry after the other can still say what helped.
  const [opened, said] = [new Buckets(20, 1), new Buckets(20, 1)]
  return (given: Feedback, request: Request): Reply<null> => {
    const address = addressOf(request)
    const tooMuch = (given.kind === 'read' ? opened : said).refuse(address)
    if (tooMuch) return tooMuch
    if (given.kind === 'helped') learning.helped(given, address)
    else if (given.kind === 'nothing-found') learning.nothingFound(given)
    else {
      const { entry } = entryOf(publication.allFor(given.locale), given.entryId)
      if (entry?.locale === given.locale) reads.count({ entryId: entry.id, locale: entry.locale }, address)
    }
    return accepted(null)
  }
}
