import type { Entry } from '@deskbell/protocol'
import { readImport } from '../../src/models/import/read-import.ts'
import { t } from './english.ts'

/** What a file is read as, on a desk whose first language is English. */
export function read(source: string | Uint8Array, known: readonly Entry[] = []) {
  const bytes = typeof source === 'string' ? new TextEncoder().encode(source) : source
  return readImport({ bytes, locale: 'en', known })
}

export function entriesIn(source: string | Uint8Array, known: readonly Entry[] = []): readonly Entry[] {
  const found = read(source, known)
  if (found.kind !== 'entries') throw new Error(JSON.stringify(found))
  return found.entries
}

/** Why a file is not taken, as it is said. */
export function whyNot(source: string | Uint8Array): string[] {
  const found = read(source)
  if (found.kind === 'entries') throw new Error('it was taken')
  if (found.kind === 'unreadable') return [t(found.why.key, found.why.values)]
  return found.faults.map(({ at, field = '', why, other }) => {
    const values = { ...why.values, ...(other && { other: t(other.key, other.values) }) }
    return `${t(at.key, at.values)} ${field}: ${t(why.key, values)}`
  })
}
