import { blockGuard, type PublishedEntry, parse, searchGuard } from '@deskbell/protocol'
import { type Request, type RequestHandler, Router } from 'express'
import type { Context } from '../context.ts'
import { writeBlock } from '../pages/block.ts'
import { entryPage } from '../pages/entry-page.ts'
import { indexPage } from '../pages/index-page.ts'
import { createLocalFaqs } from '../pages/local-faq.ts'
import type { FaqFiles } from './faq-files.ts'
import { createFaqSearch } from './faq-search.ts'
import { briefly, createFaqVisits, type Visit } from './faq-visits.ts'
import { sendReply, sendZipped } from './replies.ts'
import { addSlash } from './static.ts'

/** `/faq/…`: the whole FAQ as plain pages, and blocks for the pages of others. */
export function faqPages(context: Context, files: FaqFiles): Router {
  const { inLocale, send, missing, preferred } = createFaqVisits(context, files)
  const search = createFaqSearch(context)
  const { addressOf: from } = context

  const index = inLocale(async (visit) => {
    const { request, faq } = visit
    const asked = parse(searchGuard, { locale: faq.locale, q: request.query.q })
    if (!asked.ok) return send(visit, { page: indexPage(faq), path: '' })
    const found = await search(faq, asked.value.q, request)
    send(visit, { ...found, path: '', cacheControl: 'no-store' })
  })

  const withEntry = (answer: (visit: Visit, entry: PublishedEntry) => void): RequestHandler =>
    inLocale((visit, next) => {
      const entry = visit.faq.entries.find(({ id }) => id === visit.request.params.id)
      if (entry) answer(visit, entry)
      else next()
    })

  // A block ends without a slash, an entry with one: an entry may be called "block".
  const router = Router({ strict: true })
  router.use(addSlash, files.serve)
  router.get('/', (request, response) => response.redirect(`${preferred(request, response)}/`))
  router.get('/:locale/block', writtenBlock(context, files))
  router.get('/:locale/', index)
  router.get(
    '/:locale',
    inLocale(({ response, faq }) => response.redirect(`${faq.locale}/`)),
  )
  router.get(
    '/:locale/:id/',
    withEntry((visit, entry) => {
      send(visit, { page: entryPage(visit.faq, entry), path: `${entry.id}/` })
      if (isByHand(visit.request)) context.reads.count({ entryId: entry.id, locale: entry.locale }, from(visit.request))
    }),
  )
  router.get(
    '/:locale/:id',
    withEntry(({ response }, { id }) => response.redirect(`${id}/`)),
  )
  router.use(missing)
  return router
}

/** Somebody has followed a link or typed the address; what goes through all pages by itself, or reads ahead, has not. */
function isByHand(request: Request): boolean {
  return request.get('sec-fetch-user') === '?1'
}

/** For the server of a page to put into it, in the language that page is in. */
function writtenBlock(context: Context, files: FaqFiles): RequestHandler {
  const localFaqs = createLocalFaqs(context)
  return async (request, response) => {
    const asked = parse(blockGuard, { ...request.query, locale: request.params.locale })
    if (!asked.ok) return sendReply(response, asked)
    const faq = await localFaqs.for(asked.value.locale)
    response.type('html').set('Cache-Control', briefly)
    sendZipped(response, writeBlock(faq, asked.value, faq.home + files.address('block.css')))
  }
}
