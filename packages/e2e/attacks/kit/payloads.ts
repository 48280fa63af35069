import { randomUUID } from 'node:crypto'

export const draft = (text: string) => ({ id: randomUUID(), text })
export const question = (text: string) => ({ ...draft(text), before: { searches: [], entries: [] } })

interface Answer<T> {
  readonly ok: boolean
  readonly value?: T
  readonly refusal?: string
}

/** The value of an answer that must be a yes. */
export function yes<T>({ ok, value, refusal }: Answer<T>): T {
  if (!ok) throw new Error(`refused: ${refusal}`)
  return value as T
}
