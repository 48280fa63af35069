import { limits, locale, parse } from '@deskbell/protocol'
import { type Wording, wording } from './wording.ts'

const fieldsAtDepth: Readonly<Record<number, readonly string[]>> = {
  1: ['id', 'category', 'translations', 'draft'],
  3: ['question', 'answer', 'keywords'],
}
const longest: Readonly<Record<string, number>> = {
  category: limits.titleLength,
  question: limits.titleLength * 2,
  answer: 20_000,
  keywords: limits.titleLength,
}
const mostKeywords = 50

/** What is wrong with an entry of a file, and where. */
export interface EntryFault {
  at: Wording
  /** With dots: `de.answer`. */
  field?: string
  why: Wording
  /** Another place of the file that `why` speaks of. */
  other?: Wording
}

/** Says in words why a guard refused an entry. `path` is the field with dots, as the guard names it. */
export function whyRefused(entry: unknown, path: string | undefined): Wording {
  return isRecord(entry) && path ? whyOf(entry, path.split('.')) : wording('entryImport.notAnEntry')
}

function whyOf(entry: Readonly<Record<string, unknown>>, path: readonly string[]): Wording {
  const name = path.at(-1) ?? ''
  const [first, ...inside] = path
  if (first === 'draft' && inside.length > 0 && isRecord(entry.draft)) return whyOf(entry.draft, inside)
  if (path.length === 1 && name === 'state') return wording('entryImport.wrongState')
  const known = fieldsAtDepth[path.length]
  if (known && !known.includes(name)) return wording('entryImport.unknownField')
  const value = path.reduce<unknown>((inside, step) => (isRecord(inside) ? inside[step] : undefined), entry)
  if (value === undefined) return wording('entryImport.fieldMissing')
  if (path.length === 1 && name === 'id') return wording('entryImport.wrongId')
  if (path.length === 1 && name === 'translations') return whyNoTranslations(value)
  if (path.length === 2) return whyNoTranslation(name, value)
  return whyNoText(value, longest[path[2] ?? name] ?? limits.titleLength)
}

function whyNoTranslations(value: unknown): Wording {
  return wording(isRecord(value) ? 'entryImport.noTranslation' : 'entryImport.wrong')
}

function whyNoTranslation(tag: string, value: unknown): Wording {
  if (!parse(locale, tag).ok) return wording('entryImport.notALocale')
  return wording(isRecord(value) ? 'entryImport.wrong' : 'entryImport.noTranslation')
}

function whyNoText(value: unknown, most: number): Wording {
  if (Array.isArray(value)) return wording('entryImport.tooManyKeywords', { most: mostKeywords })
  if (typeof value !== 'string') return wording('entryImport.notAText')
  return value.trim() === '' ? wording('entryImport.emptyText') : wording('entryImport.longText', { most })
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
