import {
  accepted,
  contentOf,
  type Entry,
  type EntryChange,
  type EntryContent,
  type EntryId,
  isPublished,
  type Locale,
  type OperatorId,
  type Reply,
  refused,
  type Translation,
  type UndoReply,
} from '@deskbell/protocol'
import type { Context } from '../context.ts'
import type { PartChange } from '../store/entry-history.ts'

type Given = Pick<Context, 'settings' | 'publication' | 'entryHistory'>
type By = Pick<EntryChange, 'operatorId' | 'kind'>

/** The name of no locale: a draft is one part, with all its locales. */
const draftPart = 'draft'

/** Puts these entries in the place of all there are; what differs becomes a change of the history. Its id; undefined where nothing differs. */
export function publishEntries(context: Given, by: By, next: readonly Entry[]): number | undefined {
  const { settings, publication, entryHistory } = context
  const { entries } = settings
  const parts = differences(entries.data, next)
  const [first] = parts
  if (!first) return reorder(context, next)
  const changed = [...next, ...entries.data].find(({ id }) => id === first.entryId)
  const head = {
    ...by,
    at: Date.now(),
    entryId: first.entryId,
    question: questionOf(changed, settings.settings.data.locale),
  }
  const id = entryHistory.record(head, parts, () => {
    entries.data = [...next]
    entries.write()
  })
  publication.changed()
  return id
}

/** What a save does, told from what it changes. */
export function kindOf(before: Entry | undefined, after: Entry): EntryChange['kind'] {
  if (!isPublished(after)) return before && isPublished(before) ? 'unpublished' : 'drafted'
  const isForVisitors = differences(before ? [before] : [], [after]).some(({ part }) => part !== draftPart)
  if (isForVisitors) return before?.draft && !after.draft ? 'published' : 'saved'
  return after.draft ? 'drafted' : 'discarded'
}

/** The order alone has no history. */
function reorder({ settings: { entries }, publication }: Given, next: readonly Entry[]): undefined {
  if (next.every(({ id }, place) => id === entries.data[place]?.id)) return
  entries.data = [...next]
  entries.write()
  publication.changed()
}

/** Takes back what a change did, but for what was changed since; itself a change. */
export function undoChange(context: Given, operatorId: OperatorId, changeId: number): Reply<UndoReply> {
  const { entries, parts } = context.entryHistory.undoable(changeId)
  if (entries === 0) return refused('malformed', 'id')
  const byId = new Map(context.settings.entries.data.map((entry) => [entry.id, entry]))
  for (const { entryId, part, before } of parts) {
    byId.set(entryId, withPart(byId.get(entryId) ?? { id: entryId, translations: {} }, part, before))
  }
  const next = [...byId.values()].filter((entry) => isPublished(entry) || entry.draft !== undefined)
  publishEntries(context, { operatorId, kind: 'undone' }, next)
  const undone = new Set(parts.map(({ entryId }) => entryId)).size
  return accepted({ undone, kept: entries - undone })
}

/** Says that the words of an entry in a locale are right as they are, also where the original has changed. */
export function confirmWords(context: Given, operatorId: OperatorId, id: EntryId, locale: Locale): Reply<null> {
  const { settings, entryHistory } = context
  const entry = settings.entries.data.find((known) => known.id === id)
  const words = partsOf(entry).get(locale)
  if (words === undefined) return refused('malformed', 'id')
  const head = {
    operatorId,
    kind: 'confirmed',
    at: Date.now(),
    entryId: id,
    question: questionOf(entry, locale),
  } as const
  entryHistory.record(head, [{ entryId: id, part: locale, before: words, after: words }], () => {})
  return accepted(null)
}

function differences(before: readonly Entry[], after: readonly Entry[]): PartChange[] {
  const was = new Map(before.map((entry) => [entry.id, entry]))
  const is = new Map(after.map((entry) => [entry.id, entry]))
  return [...new Set([...is.keys(), ...was.keys()])].flatMap((entryId) => {
    if (was.get(entryId) === is.get(entryId)) return []
    const [from, to] = [partsOf(was.get(entryId)), partsOf(is.get(entryId))]
    return [...new Set([...from.keys(), ...to.keys()])].flatMap((part) => {
      const change = { entryId, part, before: from.get(part) ?? null, after: to.get(part) ?? null }
      return change.before === change.after ? [] : [change]
    })
  })
}

function partsOf(entry: Entry | undefined): Map<string, string> {
  const { category, translations = {}, draft } = entry ?? {}
  const parts = new Map(Object.entries(translations).map(([locale, words]) => [locale, wordsOf(words)]))
  if (category) parts.set('', JSON.stringify(category))
  if (draft) parts.set(draftPart, JSON.stringify(draft))
  return parts
}

/** The same text for the same words. */
function wordsOf({ question, answer, keywords = [] }: Translation): string {
  return JSON.stringify({ question, answer, ...(keywords.length > 0 && { keywords }) })
}

function withPart(entry: Entry, part: string, words: string | null): Entry {
  if (part === draftPart) {
    const { draft: _before, ...rest } = entry
    return words === null ? rest : { ...rest, draft: JSON.parse(words) as EntryContent }
  }
  if (part === '') {
    const { category: _before, ...rest } = entry
    return words === null ? rest : { ...rest, category: JSON.parse(words) as string }
  }
  const { [part]: _before, ...others } = entry.translations
  const translations = words === null ? others : { ...others, [part]: JSON.parse(words) as Translation }
  return { ...entry, translations }
}

function questionOf(entry: Entry | undefined, locale: string): string {
  const { translations } = entry ? contentOf(entry) : { translations: {} as Entry['translations'] }
  return (translations[locale] ?? Object.values(translations)[0])?.question ?? ''
}
