import { localeChain } from '@deskbell/faq'
import type { CannedReply, Locale, OperatorConversation } from '@deskbell/protocol'

/** What of canned replies is to be filled in, by how it stands in the text: `{order number}`, or what was written between its braces. */
export type Gaps = Readonly<Record<string, string>>

/** A place of a text that is to be filled in. In UTF-16 units. */
export interface Gap {
  what: string
  start: number
  end: number
}

/** Those that are left; braces that came with no canned reply are none. */
export function gapsIn(text: string, gaps: Gaps): Gap[] {
  return [...text.matchAll(/\{[^{}\n]*\}/g)].flatMap(({ 0: stands, index: start }) => {
    const what = Object.hasOwn(gaps, stands) ? gaps[stands] : undefined
    return what === undefined ? [] : { what, start, end: start + stands.length }
  })
}

/** Also with something else between its braces a gap is one: what stands there now is added. */
export function withEdited(gaps: Gaps, before: string, after: string): Gaps {
  const edited = gapsIn(before, gaps).flatMap(({ what, start, end }) => {
    const isElsewhere = !after.startsWith(before.slice(0, start + 1)) || !after.endsWith(before.slice(end - 1))
    const stands = after.slice(start, after.length - before.length + end)
    return isElsewhere || !/^\{[^{}\n]*\}$/.test(stands) ? [] : [[stands, what] as const]
  })
  return { ...gaps, ...Object.fromEntries(edited) }
}

type Known = Pick<OperatorConversation, 'name' | 'email' | 'reference'>

/** The text with what is known of the visitor where it asks for that; the rest of what stands in braces are gaps. */
export function filledIn(text: string, { name, email, reference }: Known): { text: string; gaps: Gaps } {
  const known = new Map(Object.entries({ name, email, reference }))
  const gaps: Record<string, string> = {}
  const filled = text.replace(/\{([^{}\n]+)\}/g, (stands, between: string) => {
    const what = between.trim()
    const value = known.get(what.toLowerCase())
    if (value === undefined && what !== '') gaps[stands] = what
    return value ?? stands
  })
  return { text: filled, gaps }
}

/** The text in the visitor's language, else in the site's own, each or one of its kind, else in English, else in the first it has. */
export function textFor({ texts }: CannedReply, locale: Locale, site: Locale = 'en'): { text: string; locale: Locale } {
  const [chosen = locale] = localeChain(locale, site, Object.keys(texts).toSorted(englishFirst))
  return { text: texts[chosen] ?? '', locale: chosen }
}

function englishFirst(one: Locale, other: Locale): number {
  return Number(other === 'en') - Number(one === 'en')
}
