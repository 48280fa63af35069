import type { Refusal } from '@deskbell/protocol'
import { browserStore } from './browser-store.ts'
import type { KeptLetter, Letter } from './letter.ts'
import { isObject, parseObject } from './saved.ts'

/** What the relay does not have, in all tabs: a key for each, so that no tab writes over what another one has written. */
export interface KeptLetters {
  /** Oldest first. */
  all(): readonly KeptLetter[]
  /** Adds one, or says of one that it was refused for good. */
  put(kept: KeptLetter): void
  remove(id: Letter['id']): void
}

const start = 'deskbell-letter-'

export function openKeptLetters(): KeptLetters {
  const store = browserStore(() => localStorage)
  return {
    all: () =>
      store
        .keys()
        .filter((name) => name.startsWith(start))
        .flatMap((name) => parseLetter(store.get(name)) ?? [])
        .sort((one, other) => one.letter.writtenAt - other.letter.writtenAt),
    put: (kept) => void store.set(start + kept.letter.id, JSON.stringify(kept)),
    remove: (id) => store.remove(start + id),
  }
}

function parseLetter(json: string | undefined): KeptLetter | undefined {
  const { letter, refusal } = parseObject(json) ?? {}
  return isLetter(letter) ? { letter, ...(isRefusal(refusal) && { refusal }) } : undefined
}

function isLetter(value: unknown): value is Letter {
  if (!isObject(value) || typeof value.id !== 'string' || typeof value.writtenAt !== 'number') return false
  const kinds = typeof value.text === 'string' ? ['ask', 'leave', 'message'] : ['pend', 'close']
  return kinds.includes(String(value.kind))
}

function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'string'
}
