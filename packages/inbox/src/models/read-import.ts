import { type Entry, entryGuard, limits, parse } from '@deskbell/protocol'
import { type EntryFault, entryFault } from './entry-fault.ts'
import { type Wording, wording } from './wording.ts'

export type ReadImport =
  | { kind: 'entries'; entries: readonly Entry[] }
  | { kind: 'unreadable'; why: Wording }
  | { kind: 'faults'; faults: readonly EntryFault[] }

/** Reads the text of a JSON file, a list of entries or an object that holds one, and names what is wrong in each entry. */
export function readImport(text: string): ReadImport {
  const parsed = readJson(text)
  if ('why' in parsed) return { kind: 'unreadable', why: parsed.why }
  const list = listIn(parsed.value)
  if (!list) return { kind: 'unreadable', why: wording('entryImport.notAList') }
  if (list.length > limits.entriesImported) {
    const values = { count: list.length, most: limits.entriesImported }
    return { kind: 'unreadable', why: wording('entryImport.tooMany', values) }
  }
  return readEntries(list)
}

function readEntries(list: readonly unknown[]): ReadImport {
  const entries: Entry[] = []
  const faults: EntryFault[] = []
  const numbers = new Map<string, number>()
  for (const [index, given] of list.entries()) {
    const number = index + 1
    const read = parse(entryGuard, given)
    if (!read.ok) {
      faults.push(entryFault(given, number, read.detail))
      continue
    }
    const { id } = read.value
    const other = numbers.get(id)
    if (other) faults.push({ number, id, field: 'id', why: wording('entryImport.sameId', { other }) })
    numbers.set(id, number)
    entries.push(read.value)
  }
  return faults.length > 0 ? { kind: 'faults', faults } : { kind: 'entries', entries }
}

function listIn(value: unknown): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value
  const inside = typeof value === 'object' && value !== null && 'entries' in value ? value.entries : undefined
  return Array.isArray(inside) ? inside : undefined
}

function readJson(text: string): { value: unknown } | { why: Wording } {
  try {
    return { value: JSON.parse(text) }
  } catch (error) {
    const line = error instanceof SyntaxError ? lineOf(error.message, text) : undefined
    return { why: line ? wording('entryImport.notJsonLine', { line }) : wording('entryImport.notJson') }
  }
}

/** The line an engine's message speaks of: "line 5" in some, "position 123" in others. */
function lineOf(message: string, text: string): number | undefined {
  const named = /line (\d+)/.exec(message)?.[1]
  if (named) return Number(named)
  const position = /position (\d+)/.exec(message)?.[1]
  return position ? text.slice(0, Number(position)).split('\n').length : undefined
}
