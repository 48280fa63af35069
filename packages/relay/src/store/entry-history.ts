import type { EntryChange, EntryId, EntryVersion, Locale, OperatorId, Translation } from '@deskbell/protocol'
import type Database from 'libsql'
import { transact, writer } from './transact.ts'

/** What an entry is kept as, each with versions of its own: its words in a locale, its category (`''`), its draft. JSON, or none. */
export interface PartChange {
  entryId: EntryId
  part: Locale | '' | 'draft'
  before: string | null
  after: string | null
}

export type ChangeHead = Pick<EntryChange, 'at' | 'operatorId' | 'kind' | 'entryId' | 'question'>

/** Every publication of every entry. The entries themselves are in a file of their own (settings-store.ts). */
export interface EntryHistory {
  /** The id of the change. It is kept if `publish`, which writes the entries, succeeds. */
  record(head: ChangeHead, parts: readonly PartChange[], publish: () => void): number
  /** Newest first, from before a change on. */
  changes(before: number, most: number): EntryChange[]
  /** How many entries a change has changed, and what can be undone of it: the parts that no other has changed since. */
  undoable(changeId: number): { entries: number; parts: readonly Pick<PartChange, 'entryId' | 'part' | 'before'>[] }
  /** All versions of the entries whose words in this locale have become others, oldest first; with words in that locale alone. */
  changedIn(locale: Locale): PartVersion[]
  /** When the words of entries, not their drafts, were changed last; of those that were since a moment. */
  changedSince(moment: number): ReadonlyMap<EntryId, number>
  /** Newest first. */
  versions(entryId: EntryId, locale: Locale, most: number): EntryVersion[]
}

export interface PartVersion {
  entryId: EntryId
  part: Locale
  changeId: number
  words: string | null
}

interface ChangeRow {
  id: number
  at: number
  operator_id: OperatorId
  kind: EntryChange['kind']
  entries: number
  entry_id: EntryId
  question: string
  is_standing: number
}

/** What was there when the history began, or was changed without it (by hand, in the file), was nobody's and at no known time. */
const found = { at: 0, operatorId: null, kind: 'found' }

const isNewest = `NOT EXISTS (
  SELECT 1 FROM entry_versions AS later
  WHERE later.entry_id = version.entry_id AND later.part = version.part AND later.change_id > version.change_id)`

export function openEntryHistory(database: Database.Database): EntryHistory {
  const listed = database.prepare(
    `SELECT *, kind <> 'confirmed' AND EXISTS (SELECT 1 FROM entry_versions AS version WHERE change_id = id AND ${isNewest}) AS is_standing
     FROM entry_changes WHERE id < ? AND kind <> 'found' ORDER BY id DESC LIMIT ?`,
  )
  const count = database.prepare("SELECT entries FROM entry_changes WHERE id = ? AND kind <> 'found'")
  const standing = database.prepare(
    `SELECT entry_id AS entryId, part, (
       SELECT words FROM entry_versions AS earlier
       WHERE earlier.entry_id = version.entry_id AND earlier.part = version.part AND earlier.change_id < version.change_id
       ORDER BY change_id DESC LIMIT 1) AS before
     FROM entry_versions AS version WHERE change_id = ? AND ${isNewest}`,
  )
  const versions = database.prepare(
    `SELECT change_id, words, at, operator_id, kind FROM entry_versions JOIN entry_changes ON id = change_id
     WHERE entry_versions.entry_id = ? AND part = ? ORDER BY change_id DESC LIMIT ?`,
  )
  const changed = database.prepare(
    `SELECT entry_id AS entryId, part, change_id AS changeId, CASE part WHEN :locale THEN words END AS words
     FROM entry_versions WHERE part <> '' AND entry_id IN (
       SELECT entry_id FROM entry_versions WHERE part = :locale GROUP BY entry_id HAVING count(*) > 1)
     ORDER BY change_id`,
  )
  const since = database.prepare(
    `SELECT entry_versions.entry_id AS entryId, max(at) AS at FROM entry_versions JOIN entry_changes ON id = change_id
     WHERE at >= ? AND part NOT IN ('', 'draft') GROUP BY entry_versions.entry_id`,
  )
  return {
    record: createRecord(database),
    changes: (before, most) => (listed.all(before, most) as ChangeRow[]).map(toChange),
    undoable(changeId) {
      const row = count.get(changeId) as { entries: number } | undefined
      return { entries: row?.entries ?? 0, parts: row ? (standing.all(changeId) as PartChange[]) : [] }
    },
    changedIn: (locale) => changed.all({ locale }) as PartVersion[],
    changedSince: (moment) =>
      new Map((since.all(moment) as { entryId: EntryId; at: number }[]).map(({ entryId, at }) => [entryId, at])),
    versions: (entryId, locale, most) => (versions.all(entryId, locale, most) as VersionRow[]).map(toVersion),
  }
}

function createRecord(database: Database.Database): EntryHistory['record'] {
  const add = writer(database, 'INSERT INTO entry_versions (entry_id, part, change_id, words) VALUES (?, ?, ?, ?)')
  const addChange = writer(
    database,
    'INSERT INTO entry_changes (id, at, operator_id, kind, entries, entry_id, question) VALUES (?, ?, ?, ?, ?, ?, ?)',
  )
  const last = database.prepare('SELECT coalesce(max(id), 0) AS id FROM entry_changes')
  const newest = database.prepare(
    'SELECT words FROM entry_versions WHERE entry_id = ? AND part = ? ORDER BY change_id DESC LIMIT 1',
  )

  function put(
    head: Omit<ChangeHead, 'kind' | 'operatorId'> & { kind: string; operatorId: string | null },
    parts: readonly Omit<PartChange, 'before'>[],
  ): number {
    const id = (last.get() as { id: number }).id + 1
    const entries = new Set(parts.map(({ entryId }) => entryId)).size
    addChange(id, head.at, head.operatorId, head.kind, entries, head.entryId, head.question)
    for (const { entryId, part, after } of parts) add(entryId, part, id, after)
    return id
  }

  /** Those whose words before are not what was kept last. */
  function unknownIn(parts: readonly PartChange[]): PartChange[] {
    return parts.filter(({ entryId, part, before }) => {
      const known = newest.get(entryId, part) as { words: string | null } | undefined
      return (known?.words ?? null) !== before
    })
  }

  return (head, parts, publish) =>
    transact(database, () => {
      const unknown = unknownIn(parts).map(({ before, ...part }) => ({ ...part, after: before }))
      if (unknown.length > 0) put({ ...head, ...found }, unknown)
      const id = put(head, parts)
      publish()
      return id
    })
}

function toChange({ operator_id, entry_id, is_standing, ...row }: ChangeRow): EntryChange {
  return { ...row, operatorId: operator_id, entryId: entry_id, isStanding: is_standing === 1 }
}

interface VersionRow extends Pick<ChangeRow, 'at' | 'operator_id'> {
  change_id: number
  words: string | null
  kind: NonNullable<EntryVersion['by']>['kind'] | 'found'
}

function toVersion({ change_id: changeId, words, at, operator_id: operatorId, kind }: VersionRow): EntryVersion {
  return {
    changeId,
    ...(kind !== 'found' && { by: { at, operatorId, kind } }),
    ...(words !== null && { words: JSON.parse(words) as Translation }),
  }
}
