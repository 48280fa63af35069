import type { Locale, SearchGroup, Wording } from '@deskbell/protocol'
import type Database from 'libsql'
import type { Day } from './day.ts'
import { writer } from './transact.ts'

/** `removed`: the owner does not want it; it is never learned again. */
export type WordingState = 'in-use' | 'by-hand' | 'removed'

/** A search without an answer; `entryId`, where there is one, is the entry that did not help. */
export type Search = Pick<SearchGroup, 'kind' | 'locale' | 'query' | 'entryId'>

export type CountedSearch = Search & { count: number; lastDay: Day }

export interface StoredWording extends Wording {
  count: number
  state: WordingState
}

/** What visitors asked for and what helped, counted by day. Nothing in it says who or at what time. */
export interface LearningStore {
  /** Where a day has `rowsADay` already, only what is among them is counted on. */
  addSearch(search: Search, day: Day): void
  /** Since a day, most frequent first, at most `searchesListed`. */
  searches(since: Day): CountedSearch[]
  /** With an entry, only those that led to it. */
  removeSearches(of: { locale: Locale; query: string; entryId?: string }): void
  addHelpfulness(given: { entryId: string; locale: Locale; helped: boolean }, day: Day): void
  wording(of: Wording): StoredWording | undefined
  putWording(wording: StoredWording): void
  /** In use, learned or by hand; most frequent first. */
  wordings(): StoredWording[]
  /** Notes who asked so (a hash); gives how many different ones did. Where a day has `rowsADay` already, it is not noted. */
  addAsker(of: Wording, asker: string, day: Day): number
  forgetAskers(of: Wording): void
  /** What somebody asked with and too few others did to be learned. */
  askedWordings(): string[]
  /** Takes such a wording out, of whichever entry. */
  forgetWording(wording: string): void
  /** Drops searches, votes and askers from before a day. */
  forgetBefore(day: Day): void
}

const rowsADay = 2_000
const searchesListed = 500

export function openLearningStore(database: Database.Database): LearningStore {
  return { ...searchStore(database), ...wordingStore(database), ...askerStore(database) }
}

function searchStore(database: Database.Database) {
  const count = database.prepare('SELECT count(*) AS count FROM searches WHERE day = ?')
  const raise = writer(
    database,
    `UPDATE searches SET count = count + 1 WHERE day = ? AND kind = ? AND locale = ? AND query = ? AND entry_id = ?`,
  )
  const add = writer(
    database,
    'INSERT INTO searches (day, kind, locale, query, entry_id, count) VALUES (?, ?, ?, ?, ?, 1)',
  )
  const list = database.prepare(
    `SELECT kind, locale, query, entry_id AS entryId, sum(count) AS count, max(day) AS lastDay FROM searches
     WHERE day >= ? GROUP BY kind, locale, query, entry_id ORDER BY count DESC, lastDay DESC, query LIMIT ${searchesListed}`,
  )
  const remove = writer(
    database,
    'DELETE FROM searches WHERE locale = ?1 AND query = ?2 AND (?3 IS NULL OR entry_id = ?3)',
  )
  const help = writer(
    database,
    `INSERT INTO helpfulness (entry_id, locale, day, helped, not_helped) VALUES (?, ?, ?, ?, ?)
     ON CONFLICT (entry_id, locale, day) DO UPDATE SET helped = helped + excluded.helped,
       not_helped = not_helped + excluded.not_helped`,
  )
  return {
    addSearch({ kind, locale, query, entryId = '' }: Search, day: Day) {
      if (raise(day, kind, locale, query, entryId) > 0) return
      if ((count.get(day) as { count: number }).count < rowsADay) add(day, kind, locale, query, entryId)
    },
    searches: (since: Day) =>
      (list.all(since) as (CountedSearch & { entryId: string })[]).map(({ entryId, ...search }) =>
        entryId === '' ? search : { ...search, entryId },
      ),
    removeSearches: ({ locale, query, entryId = null }: { locale: Locale; query: string; entryId?: string | null }) =>
      void remove(locale, query, entryId),
    addHelpfulness: ({ entryId, locale, helped }: { entryId: string; locale: Locale; helped: boolean }, day: Day) =>
      void help(entryId, locale, day, helped ? 1 : 0, helped ? 0 : 1),
  }
}

const columns = 'entry_id AS entryId, locale, wording, count, state'

function wordingStore(database: Database.Database) {
  const one = database.prepare(`SELECT ${columns} FROM wordings WHERE entry_id = ? AND locale = ? AND wording = ?`)
  const put = writer(
    database,
    'INSERT OR REPLACE INTO wordings (entry_id, locale, wording, count, state) VALUES (?, ?, ?, ?, ?)',
  )
  const used = database.prepare(
    `SELECT ${columns} FROM wordings WHERE state IN ('in-use', 'by-hand') ORDER BY count DESC, wording`,
  )
  return {
    wording: ({ entryId, locale, wording }: Wording) => one.get(entryId, locale, wording) as StoredWording | undefined,
    putWording: ({ entryId, locale, wording, count, state }: StoredWording) =>
      void put(entryId, locale, wording, count, state),
    wordings: () => used.all() as StoredWording[],
  }
}

function askerStore(database: Database.Database) {
  const of = 'entry_id = ? AND locale = ? AND wording = ?'
  const add = writer(
    database,
    'INSERT OR IGNORE INTO wording_askers (entry_id, locale, wording, asker, day) VALUES (?, ?, ?, ?, ?)',
  )
  const count = database.prepare(`SELECT count(*) AS count FROM wording_askers WHERE ${of}`)
  const ofDay = database.prepare('SELECT count(*) AS count FROM wording_askers WHERE day = ?')
  const forget = writer(database, `DELETE FROM wording_askers WHERE ${of}`)
  const asked = database.prepare('SELECT DISTINCT wording FROM wording_askers')
  const forgetWording = writer(database, 'DELETE FROM wording_askers WHERE wording = ?')
  const forgetAskers = writer(database, 'DELETE FROM wording_askers WHERE day < ?')
  const forgetSearches = writer(database, 'DELETE FROM searches WHERE day < ?')
  const forgetVotes = writer(database, 'DELETE FROM helpfulness WHERE day < ?')
  return {
    addAsker({ entryId, locale, wording }: Wording, asker: string, day: Day) {
      if ((ofDay.get(day) as { count: number }).count < rowsADay) add(entryId, locale, wording, asker, day)
      return (count.get(entryId, locale, wording) as { count: number }).count
    },
    askedWordings: () => (asked.all() as { wording: string }[]).map(({ wording }) => wording),
    forgetWording: (wording: string) => void forgetWording(wording),
    forgetAskers: ({ entryId, locale, wording }: Wording) => void forget(entryId, locale, wording),
    forgetBefore(day: Day) {
      forgetAskers(day)
      forgetSearches(day)
      forgetVotes(day)
    },
  }
}
