import { notKept } from './head.ts'
import type { Page } from './layout.ts'
import type { LocalFaq } from './local-faq.ts'

/** Nothing lies at this address. `up`: the way to `/faq/`. */
export function missingPage({ locale, say }: LocalFaq, up: string): Page {
  const all = ['a', { href: `${up}${locale}/` }, say('all')] as const
  const title = say('missing')
  return {
    title,
    languages: [],
    head: [notKept],
    main: [
      ['h1', {}, title],
      ['p', {}, say('missingHint')],
      ['p', {}, all],
    ],
  }
}
