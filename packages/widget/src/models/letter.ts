import type { Ask, Before, MessageId, Refusal, StoredFile } from '@deskbell/protocol'

/** What visitors say of themselves. */
export type Introduction = Pick<Ask, 'name' | 'email'>

/** What the visitor wants of the relay and must not get lost on the way. `leave` is a question for later; `pend` makes one of a place in line. */
export type Letter = { id: MessageId; writtenAt: number } & (
  | ({ kind: 'ask' | 'leave'; text: string; before: Before } & Introduction)
  | { kind: 'message'; text: string; files?: readonly StoredFile[] }
  | { kind: 'pend'; email?: string }
  | { kind: 'close' }
)

/** A letter the relay does not have. With `refusal` it will never take it as it is. */
export interface KeptLetter {
  letter: Letter
  refusal?: Refusal
}
export type ReturnedLetter = Required<KeptLetter>

/** What a letter says; nothing for one that only asks for something to be done. */
export function textOf(letter: Letter): string {
  return 'text' in letter ? letter.text : ''
}

/** A v4 UUID. `crypto.randomUUID` does not exist on plain http pages. */
export function newId(): MessageId {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  const hex = Array.from(bytes, (byte, place) => marked(byte, place).toString(16).padStart(2, '0')).join('')
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}

/** Puts version 4 and the variant where RFC 9562, section 5.4, wants them. */
function marked(byte: number, place: number): number {
  if (place === 6) return (byte & 0x0f) | 0x40
  return place === 8 ? (byte & 0x3f) | 0x80 : byte
}
