/** What is kept of a visitor, as JSON. */
export interface Saved {
  token?: string
  /** How far this visitor has read, in whichever tab, and of which conversation. */
  read?: { conversationId: string; seq: number }
  /** No sound and no count in the title when an answer comes. */
  isQuiet?: boolean
  /** The end that the visitor has seen: the conversation's id, and the end's place in it. */
  ended?: string
}

/** What is kept of the text being written, as JSON. */
export interface SavedDraft {
  text: string
  caret: number
  name: string
  email: string
}

/** Reads what an earlier page, or an earlier version, has kept; anything that is not of that shape is left out. */
export function parseSaved(json: string | undefined): Saved | undefined {
  const known = parseObject(json)
  if (!known) return undefined
  const { token, read, isQuiet, ended } = known
  return {
    ...(typeof token === 'string' && { token }),
    ...(isRead(read) && { read }),
    ...(typeof isQuiet === 'boolean' && { isQuiet }),
    ...(typeof ended === 'string' && { ended }),
  }
}

export function parseDraft(json: string | undefined): SavedDraft {
  const { text, caret, name, email } = parseObject(json) ?? {}
  return {
    text: wordsIn(text),
    caret: Number(caret) || 0,
    name: wordsIn(name),
    email: wordsIn(email),
  }
}

function wordsIn(value: unknown): string {
  return typeof value === 'string' ? value : ''
}

/** Undefined for what is no JSON object. */
export function parseObject(json: string | undefined): Record<string, unknown> | undefined {
  if (json === undefined) return undefined
  try {
    const value: unknown = JSON.parse(json)
    return isObject(value) ? value : undefined
  } catch {
    // Somebody else's value under our key: as if nothing were there.
    return undefined
  }
}

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isRead(value: unknown): value is { conversationId: string; seq: number } {
  return isObject(value) && typeof value.conversationId === 'string' && typeof value.seq === 'number'
}
