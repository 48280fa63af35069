import { loadLexicons } from '@deskbell/faq'
import type { Request } from 'express'
import type { Context } from '../context.ts'
import { find } from '../faq/find.ts'
import { Buckets } from '../limits/bucket.ts'
import type { Page } from '../pages/layout.ts'
import type { LocalFaq } from '../pages/local-faq.ts'
import { busyPage, resultsPage } from '../pages/results-page.ts'

type Answer = { page: Page; status: number }

/** As FindingModel of the widget has it. */
const saysSomething = /[\p{L}\p{N}]{3}|[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}]{2}/u

/** Searches for who has no script: as the widget does, and what finds nothing is noted as there. */
export function createFaqSearch({ publication, learning, addressOf }: Context) {
  const searches = new Buckets(20, 2)
  // Who loads a page again looked for it once.
  const notes = new Buckets(5, 1 / 60)
  return async (faq: LocalFaq, query: string, request: Request): Promise<Answer> => {
    const from = addressOf(request)
    if (searches.refuse(from)) return { page: busyPage(faq, query), status: 429 }
    const found = await find(publication, faq.locale, query)
    const isNoted = found.results.length === 0 && saysSomething.test(query) && !notes.refuse(from)
    if (isNoted) learning.nothingFound({ query, locale: faq.locale })
    const lexicons = await loadLexicons([faq.locale, ...found.results.map(({ locale }) => locale)])
    return { page: resultsPage(faq, { ...found, query, lexicons, isNoted }), status: 200 }
  }
}
