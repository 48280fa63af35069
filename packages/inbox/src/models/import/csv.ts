import type { Entry, EntryContent, Locale } from '@deskbell/protocol'
import Papa from 'papaparse'
import { wording } from '../wording.ts'
import type { ReadFile } from './pieces.ts'

/** One row for each language of an entry, and of its draft. */
const columns = ['id', 'state', 'category', 'language', 'question', 'answer', 'keywords'] as const
type Column = (typeof columns)[number]
const needed: readonly Column[] = ['question', 'answer']

/** What a table takes for a formula stands behind an apostrophe in ours (OWASP, "CSV Injection"). */
const formula = /^[=+\-@\t\r]/
const shielded = /^'(?=[=+\-@\t\r])/

/** Reads a table whose first row names the columns, in any order. Where no language is given it is `locale`. */
export function readCsv(text: string, locale: Locale): ReadFile {
  const { data, errors } = Papa.parse<string[]>(text)
  const open = errors.find(({ type }) => type === 'Quotes')
  if (open) return { why: wording('entryImport.openQuote', { row: (open.row ?? 0) + 1 }) }
  const [head = [], ...rows] = data
  const names = head.map((name) => name.trim().toLowerCase())
  const missing = needed.filter((name) => !names.includes(name))
  if (missing.length > 0) return { why: wording('entryImport.noColumn', { column: missing.join(', ') }) }
  const places = Object.fromEntries(columns.map((column) => [column, names.indexOf(column)])) as Record<Column, number>
  const pieces = rows.flatMap((row, index) => {
    if (row.every((cell) => cell.trim() === '')) return []
    const cell = (column: Column) => (row[places[column]] ?? '').replace(shielded, '').trim()
    return [{ at: wording('entryImport.row', { row: index + 2 }), entry: entryOf(cell, locale) }]
  })
  return { pieces }
}

function entryOf(cell: (column: Column) => string, locale: Locale) {
  const category = cell('category')
  const keywords = cell('keywords').split(/[,;、،\n]/)
  const words = { question: cell('question'), answer: cell('answer'), keywords: keywords.map((word) => word.trim()) }
  const id = cell('id') || undefined
  const state = cell('state').toLowerCase()
  const content = {
    ...(category && { category }),
    translations: { [cell('language') || locale]: withoutBlanks(words) },
  }
  if (state === 'draft') return { id, translations: {}, draft: content }
  // Another word is refused: what it stands for in an entry must not reach visitors by mistake.
  return { id, ...content, ...(state !== '' && state !== 'published' && { state }) }
}

function withoutBlanks({ keywords, ...words }: { question: string; answer: string; keywords: string[] }) {
  const filled = keywords.filter(Boolean)
  return { ...words, ...(filled.length > 0 && { keywords: filled }) }
}

/** The entries as `readCsv` reads them; with a byte order mark, without which Excel takes it for another encoding than UTF-8. */
export function writeCsv(entries: readonly Entry[]): string {
  const rows = entries.flatMap(({ id, draft, ...published }) => [
    ...rowsOf([id, 'published'], published),
    ...(draft ? rowsOf([id, 'draft'], draft) : []),
  ])
  return `\uFEFF${Papa.unparse([[...columns], ...rows])}\r\n`
}

function rowsOf(head: readonly string[], { category = '', translations }: EntryContent): string[][] {
  return Object.entries(translations).map(([locale, { question, answer, keywords = [] }]) =>
    [...head, category, locale, question, answer, keywords.join('; ')].map((cell) => cell.replace(formula, "'$&")),
  )
}
