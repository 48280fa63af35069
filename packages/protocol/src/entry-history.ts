import type { EntryId, Locale, Translation } from './entries.ts'
import type { OperatorId } from './operators.ts'

/** `GET /api/entry-changes?before=`: what was done to entries, newest first; `before`: the id of a change to go on from. */
export interface EntryChangesReply {
  changes: readonly EntryChange[]
  hasMore: boolean
}

/** One step; `at` in ms since 1970. `saved`: for visitors at once; `discarded`: of a draft. */
export interface EntryChange {
  id: number
  at: number
  operatorId: OperatorId
  kind: PublishingKind | 'drafted' | 'discarded'
  entries: number
  /** The first of its entries, and the question of that. */
  entryId: EntryId
  question: string
  /** Whether anything of it was not changed since, and can be undone. */
  isStanding: boolean
}

/** What changes what visitors read. */
type PublishingKind = 'saved' | 'published' | 'unpublished' | 'deleted' | 'imported' | 'undone' | 'confirmed'

/** `POST /api/entry-changes/:id/undo` (owner): in entries. What was changed since is kept. */
export interface UndoReply {
  undone: number
  kept: number
}

/** `GET /api/entries/:id/versions?locale=`: the words of one language, newest first; those without `by` were there before the history. */
export interface EntryVersionsReply {
  versions: readonly EntryVersion[]
}

export interface EntryVersion {
  changeId: number
  by?: Pick<EntryChange, 'at' | 'operatorId'> & { kind: PublishingKind }
  words?: Translation
}

/** `GET /api/outdated-entries`: languages older than the default one. `POST /api/entries/:id/confirm` `{ locale }` (owner): still right. */
export type OutdatedReply = Readonly<Record<EntryId, readonly Locale[]>>
