import { type Entry, type EntryContent, entryGuard, limits, parse } from '@deskbell/protocol'
import { type EntryFault, whyRefused } from '../entry-fault.ts'
import { newId } from '../new-id.ts'
import { type Wording, wording } from '../wording.ts'

/** An entry of a file, or one language of one, and where it stands there. `entry` is what the file says, of whatever shape. */
export interface Piece {
  at: Wording
  entry: unknown
}

/** What a reader made of a file; `why` it could not be read at all. */
export type ReadFile = { pieces: readonly Piece[] } | { why: Wording }

export type ReadImport =
  | { kind: 'entries'; entries: readonly Entry[] }
  | { kind: 'unreadable'; why: Wording }
  | { kind: 'faults'; faults: readonly EntryFault[] }

/** Puts the languages of each entry together. A piece without an id is the entry that asks its question already, or a new one. */
export function joinPieces(pieces: readonly Piece[], known: readonly Entry[]): ReadImport {
  const entries = new Map<string, Entry>()
  const faults: EntryFault[] = []
  const places = new Map<string, Wording>()
  const idOf = createNaming(known)
  for (const { at, entry: given } of pieces) {
    const named = idOf(given)
    const read = parse(entryGuard, named)
    if (!read.ok) {
      faults.push({ at, ...(read.detail && { field: fieldOf(read.detail) }), why: whyRefused(named, read.detail) })
      continue
    }
    const { id, translations, draft } = read.value
    for (const [locale, { answer }] of Object.entries(translations)) {
      const other = places.get(`${id} ${locale}`)
      if (other) faults.push({ at, field: locale, why: wording('entryImport.sameWords'), other })
      else if (answer === '') faults.push({ at, field: `${locale}.answer`, why: wording('entryImport.emptyText') })
      places.set(`${id} ${locale}`, at)
    }
    for (const locale of Object.keys(draft?.translations ?? {})) {
      const other = places.get(`${id} draft ${locale}`)
      if (other) faults.push({ at, field: `draft.${locale}`, why: wording('entryImport.sameWords'), other })
      places.set(`${id} draft ${locale}`, at)
    }
    entries.set(id, joined(entries.get(id), read.value))
  }
  if (faults.length > 0) return { kind: 'faults', faults }
  if (entries.size <= limits.entriesImported) return { kind: 'entries', entries: [...entries.values()] }
  const values = { count: entries.size, most: limits.entriesImported }
  return { kind: 'unreadable', why: wording('entryImport.tooMany', values) }
}

const fieldOf = (path: string) => path.replace('translations.', '')

/** An entry with what more there is of it: of the same locale the later words, drafts apart. */
export function joined(before: Entry | undefined, more: Entry): Entry {
  if (!before) return more
  const draft = before.draft && more.draft ? withMore(before.draft, more.draft) : (more.draft ?? before.draft)
  return { ...withMore(before, more), ...(draft && { draft }) }
}

function withMore<T extends EntryContent>(before: T, more: T): T {
  const words = Object.entries(more.translations).map(([locale, translation]) => [
    locale,
    { ...before.translations[locale], ...translation },
  ])
  return { ...before, ...more, translations: { ...before.translations, ...Object.fromEntries(words) } }
}

/** Gives pieces that name no id one, by their question. */
function createNaming(known: readonly Entry[]): (given: unknown) => unknown {
  const ids = new Map<string, string>()
  for (const entry of known) for (const key of questionsOf(entry)) ids.set(key, entry.id)
  return (given) => {
    if (!isNameless(given)) return given
    const keys = questionsOf(given)
    const id = keys.map((key) => ids.get(key)).find(Boolean) ?? `entry-${newId().slice(0, 8)}`
    for (const key of keys) ids.set(key, id)
    return { ...given, id }
  }
}

function questionsOf({ translations, draft }: Omit<Entry, 'id'>): string[] {
  const words = [...Object.entries(translations), ...Object.entries(draft?.translations ?? {})]
  return words.map(([locale, { question }]) => `${locale} ${question.trim().toLowerCase()}`)
}

/** The readers of what may lack an id (`id` is there and undefined) make translations themselves. */
function isNameless(given: unknown): given is Omit<Entry, 'id'> {
  return typeof given === 'object' && given !== null && 'id' in given && given.id === undefined
}
