import { chooseLocale } from '@deskbell/locales'
import type { Locale } from '@deskbell/protocol'
import type { NextFunction, Request, RequestHandler, Response } from 'express'
import type { Context } from '../context.ts'
import { drawPage, type Page } from '../pages/layout.ts'
import { createLocalFaqs, type LocalFaq } from '../pages/local-faq.ts'
import { meantLocale, writtenLocales } from '../pages/locales.ts'
import { missingPage } from '../pages/missing-page.ts'
import type { FaqFiles } from './faq-files.ts'
import { fingerprint } from './packed.ts'
import { sendZipped } from './replies.ts'

/** What somebody asked for, and the FAQ in the locale that the address means. */
export interface Visit {
  request: Request
  response: Response
  faq: LocalFaq
}

interface Sent {
  page: Page
  /** Below `/faq/LOCALE/`. */
  path: string
  status?: number
  cacheControl?: string
}

/** A minute, so that a way through the pages asks for none of them twice. */
export const briefly = 'public, max-age=60'

export interface FaqVisits {
  /** With the FAQ in the locale of the address; on to that locale's own address where it goes by another. */
  inLocale(answer: (visit: Visit, next: NextFunction) => unknown): RequestHandler
  send(visit: Visit, sent: Sent): void
  /** Says in words that nothing is there. */
  missing: RequestHandler
  /** What the browser is set to, as far as there are answers in it. */
  preferred(request: Request, response: Response): Locale
}

/** How requests for pages of the FAQ become pages. */
export function createFaqVisits(context: Context, files: FaqFiles): FaqVisits {
  const { settings } = context
  const localFaqs = createLocalFaqs(context)
  const written = () => writtenLocales(settings.entries.data)

  function preferred(request: Request, response: Response): Locale {
    response.vary('Accept-Language')
    return chooseLocale(request.acceptsLanguages(), written(), settings.settings.data.locale)
  }

  function send({ request, response, faq }: Visit, { page, path, status = 200, cacheControl = briefly }: Sent): void {
    const html = drawPage(faq, { path, up: wayUp(request), file: files.address }, page)
    const etag = `W/"${fingerprint(html)}"`
    response.status(status).type('html').set({ ETag: etag, 'Cache-Control': cacheControl })
    if (status === 200 && request.headers['if-none-match'] === etag) response.status(304).end()
    else sendZipped(response, html)
  }

  return {
    preferred,
    send,
    inLocale: (answer) => async (request, response, next) => {
      const { locale: tag = '', id = '' } = request.params
      const locale = meantLocale(String(tag), written())
      if (locale === undefined) return next()
      if (locale.toLowerCase() === String(tag).toLowerCase())
        return answer({ request, response, faq: await localFaqs.of(locale) }, next)
      const path = id === '' ? '' : `${encodeURIComponent(String(id))}/`
      return response.redirect(`${wayUp(request)}${locale}/${path}`)
    },
    async missing(request, response) {
      const [, tag = ''] = request.path.split('/')
      const faq = await localFaqs.of(meantLocale(tag, written()) ?? preferred(request, response))
      send({ request, response, faq }, { page: missingPage(faq, wayUp(request)), path: '', status: 404 })
    },
  }
}

/** From the page to `/faq/`; by a relative way, because a proxy may have taken a path off the front. */
function wayUp({ path }: Request): string {
  return '../'.repeat(path.split('/').length - 2) || './'
}
