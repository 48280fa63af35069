import type { Refusal } from '@deskbell/protocol'
import type { Letter, ReturnedLetter } from './letter.ts'

/** What is kept of a visitor, as JSON. */
export interface Saved {
  token?: string
  letters: readonly Letter[]
  returned: readonly ReturnedLetter[]
  /** How far this visitor has read, in whichever tab, and of which conversation. */
  read?: { conversationId: string; seq: number }
  /** No sound and no count in the title when an answer comes. */
  isQuiet?: boolean
}

/** What is kept of the text being written, as JSON. */
export interface SavedDraft {
  text: string
  caret: number
  email: string
}

export const nothingSaved: Saved = { letters: [], returned: [] }
export const emptyDraft: SavedDraft = { text: '', caret: 0, email: '' }

/** Reads what an earlier page, or an earlier version, has kept; anything that is not of that shape is left out. */
export function parseSaved(json: string | undefined): Saved | undefined {
  const known = parseObject(json)
  if (!known) return undefined
  const { token, letters, returned, read, isQuiet } = known
  return {
    ...(typeof token === 'string' && { token }),
    letters: listOf(letters, isLetter),
    returned: listOf(returned, isReturned),
    ...(isRead(read) && { read }),
    ...(isQuiet === true && { isQuiet }),
  }
}

export function parseDraft(json: string | undefined): SavedDraft {
  const { text, caret, email } = parseObject(json) ?? {}
  return {
    text: typeof text === 'string' ? text : '',
    caret: typeof caret === 'number' ? caret : 0,
    email: typeof email === 'string' ? email : '',
  }
}

/** An object kept inside another one, as JSON again, so that one key can hold both. */
export function partOf(json: string | undefined, name: string): string | undefined {
  const part = parseObject(json)?.[name]
  return part === undefined ? undefined : JSON.stringify(part)
}

function parseObject(json: string | undefined): Record<string, unknown> | undefined {
  if (json === undefined) return undefined
  try {
    const value: unknown = JSON.parse(json)
    return isObject(value) ? value : undefined
  } catch {
    // Somebody else's value under our key: as if nothing were there.
    return undefined
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function listOf<T>(value: unknown, is: (item: unknown) => item is T): T[] {
  return Array.isArray(value) ? value.filter(is) : []
}

function isLetter(value: unknown): value is Letter {
  if (!isObject(value) || typeof value.id !== 'string' || typeof value.writtenAt !== 'number') return false
  if (value.kind === 'pend' || value.kind === 'close') return true
  if (typeof value.text !== 'string') return false
  return value.kind === 'message' || ((value.kind === 'ask' || value.kind === 'leave') && isObject(value.before))
}

function isReturned(value: unknown): value is { letter: Letter; refusal: Refusal } {
  return isObject(value) && isLetter(value.letter) && typeof value.refusal === 'string'
}

function isRead(value: unknown): value is { conversationId: string; seq: number } {
  return isObject(value) && typeof value.conversationId === 'string' && typeof value.seq === 'number'
}
