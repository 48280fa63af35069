import { type Wording, wording } from '../wording.ts'
import type { ReadFile } from './pieces.ts'

/** A list of entries, or an object that holds one. */
export function readJson(text: string): ReadFile {
  const parsed = parseJson(text)
  if ('why' in parsed) return parsed
  const list = listIn(parsed.value)
  if (!list) return { why: wording('entryImport.notAList') }
  return { pieces: list.map((entry, index) => ({ at: placeOf(entry, index + 1), entry })) }
}

function placeOf(entry: unknown, number: number): Wording {
  const id = typeof entry === 'object' && entry !== null && 'id' in entry && entry.id
  return typeof id === 'string' && id !== ''
    ? wording('entryImport.entryWithId', { number, id })
    : wording('entryImport.entry', { number })
}

function listIn(value: unknown): readonly unknown[] | undefined {
  if (Array.isArray(value)) return value
  const inside = typeof value === 'object' && value !== null && 'entries' in value ? value.entries : undefined
  return Array.isArray(inside) ? inside : undefined
}

function parseJson(text: string): { value: unknown } | { why: Wording } {
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
