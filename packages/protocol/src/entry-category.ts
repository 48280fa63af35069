import type { Entry } from './entries.ts'

/** The entry in another category, or in none (`''`): the same text on both sides of the wire. */
export function withCategory({ id, translations }: Entry, category: string): Entry {
  return { id, ...(category && { category }), translations }
}
