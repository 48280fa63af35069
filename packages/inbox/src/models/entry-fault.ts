import { limits, locale, parse } from '@deskbell/protocol'
import { type Wording, wording } from './wording.ts'

const fieldsAtDepth: Readonly<Record<number, readonly string[]>> = {
  1: ['id', 'category', 'translations'],
  3: ['question', 'answer', 'keywords'],
}
const longest: Readonly<Record<string, number>> = {
  category: limits.titleLength,
  question: limits.titleLength * 2,
  answer: 20_000,
  keywords: limits.titleLength,
}
const mostKeywords = 50

/** What is wrong with an entry of a file, and where. `number` counts from 1, as people do. */
export interface EntryFault {
  number: number
  id?: string
  field?: string
  why: Wording
}

/** Says in words why a guard refused an entry. `path` is the field with dots, as the guard names it. */
export function entryFault(entry: unknown, number: number, path: string | undefined): EntryFault {
  const id = isRecord(entry) && typeof entry.id === 'string' && entry.id ? { id: entry.id } : {}
  if (!isRecord(entry) || !path) return { number, ...id, why: wording('entryImport.notAnEntry') }
  return { number, ...id, field: path, why: whyOf(entry, path.split('.')) }
}

function whyOf(entry: Readonly<Record<string, unknown>>, path: readonly string[]): Wording {
  const name = path.at(-1) ?? ''
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
