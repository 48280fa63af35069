import type { GenericSchema, InferOutput } from 'valibot'
import { cleanText } from './clean.ts'
import { limits } from './limits.ts'
import type { Draft } from './messages.ts'

export const uuidPattern = /^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

type Read<T> = (input: Readonly<Record<string, unknown>>) => T | undefined

/** The same guard, which asks `read` first: messages are hot, and most are plain. What `read` does not know, the guard looks at. */
export function quickly<G extends GenericSchema>(guard: G, read: Read<InferOutput<G>>): G {
  return {
    ...guard,
    '~run'(dataset, config) {
      const { value: input } = dataset
      const value = typeof input === 'object' && input !== null ? read(input as Record<string, unknown>) : undefined
      return value ? { typed: true, value } : guard['~run'](dataset, config)
    },
  }
}

/** A draft with an id and a text, and nothing else. */
export const plainDraft: Read<Draft> = (input) => (Object.keys(input).length === 2 ? saidIn(input) : undefined)

/** The same for a conversation, and how far that was seen. */
export const plainAnswer: Read<Draft & { conversationId: string; seenSeq?: number }> = (input) => {
  const { conversationId, seenSeq } = input
  const isSeen = typeof seenSeq === 'number' && Number.isSafeInteger(seenSeq) && seenSeq >= 0
  if (!isUuid(conversationId) || Object.keys(input).length !== (isSeen ? 4 : 3)) return undefined
  const said = saidIn(input)
  return said && { conversationId, ...said, ...(isSeen && { seenSeq }) }
}

function saidIn({ id, text }: Readonly<Record<string, unknown>>): Draft | undefined {
  if (!isUuid(id) || typeof text !== 'string' || text.length > limits.messageLength) return undefined
  const cleaned = cleanText(text)
  return cleaned === '' ? undefined : { id, text: cleaned }
}

function isUuid(value: unknown): value is string {
  return typeof value === 'string' && uuidPattern.test(value)
}
