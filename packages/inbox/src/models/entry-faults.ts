import { type Entry, entryGuard, type Locale, parse } from '@deskbell/protocol'
import { whyRefused } from './entry-fault.ts'
import { wordsIn } from './entry-form.ts'
import { type Wording, wording } from './wording.ts'

export type EntryField = 'question' | 'answer' | 'keywords' | 'category'

/** What is wrong with an entry that is written here. Without `field` it is the whole. */
export interface FieldFault {
  locale?: Locale
  field?: EntryField
  why: Wording
}

const fields: readonly string[] = ['question', 'answer', 'keywords', 'category'] satisfies EntryField[]

/** The first thing the relay would refuse, or that visitors could not read; `locale` is where an empty entry is begun. A draft may lack answers. */
export function faultIn(entry: Entry, locale: Locale, as: 'published' | 'draft'): FieldFault | undefined {
  const locales = Object.keys(entry.translations)
  if (locales.length === 0) return { locale, field: 'question', why: wording('entry.questionMissing') }
  for (const written of locales) {
    const { question, answer } = wordsIn(entry, written)
    if (question === '') return { locale: written, field: 'question', why: wording('entry.questionMissing') }
    if (answer === '' && as === 'published')
      return { locale: written, field: 'answer', why: wording('entry.answerMissing') }
  }
  const checked = parse(entryGuard, entry)
  return checked.ok ? undefined : faultAt(entry, checked.detail)
}

/** What a refusal's `detail`, the dotted path of a field, says in words; undefined where it names no field. */
export function faultAt(entry: Entry, detail: string | undefined): FieldFault | undefined {
  if (detail === undefined) return undefined
  const why = whyRefused(entry, detail)
  const [first = '', locale, inside = ''] = detail.replace(/^draft\./, '').split('.')
  const field = [first, inside].find((name): name is EntryField => fields.includes(name))
  return { ...(first === 'translations' && locale && { locale }), ...(field && { field }), why }
}
