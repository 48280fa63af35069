import {
  accepted,
  type Entry,
  type EntryChangesReply,
  type EntryVersionsReply,
  entriesGuard,
  entryChangesGuard,
  entryGuard,
  entryVersion,
  type ImportReply,
  limits,
  localeGuard,
  type OperatorId,
  type PreviewReply,
  parse,
  previewGuard,
  type Reply,
  refused,
} from '@deskbell/protocol'
import { json, type Request, Router } from 'express'
import type { Context } from '../context.ts'
import { sampleEntries } from '../demo.ts'
import { parseMarkdown } from '../faq/markdown.ts'
import { orderEntries } from '../faq/order-entries.ts'
import { outdatedEntries } from '../faq/outdated.ts'
import { confirmWords, kindOf, publishEntries, undoChange } from '../faq/publish-entries.ts'
import { createDoors } from './doors.ts'
import { versionHeader } from './versions.ts'

/** So many changes, or versions of one text, are listed at once. */
const listed = 50

/** Entries as the owner writes them, and what became of them. */
export function entriesApi(context: Context): Router {
  const { signedIn, owner } = createDoors(context)
  const router = Router()
  const body = json({ limit: limits.entryBytes })
  router.get(
    '/all-entries',
    signedIn(() => accepted({ entries: context.settings.entries.data })),
  )
  router.post(
    '/entries/import',
    json({ limit: limits.importBytes }),
    owner((request, { id }) => importEntries(context, request.body, id)),
  )
  router.post(
    '/entries/sample',
    owner((_request, { id }) => importEntries(context, sampleEntries(), id)),
  )
  router.post(
    '/entries/order',
    json({ limit: limits.importBytes }),
    owner((request, { id }) => orderEntries(context, request.body, id)),
  )
  router.put(
    '/entries/:id',
    body,
    owner((request, { id }) => saveEntry(context, request, id)),
  )
  router.delete(
    '/entries/:id',
    owner((request, { id }) => deleteEntry(context, String(request.params.id), id)),
  )
  router.post(
    '/entries/preview',
    body,
    signedIn((request) => preview(request.body)),
  )
  router.get(
    '/outdated-entries',
    signedIn(() => accepted(outdatedEntries(context))),
  )
  router.post(
    '/entries/:id/confirm',
    body,
    owner(({ params, body: given }, { id }) => {
      const of = parse(localeGuard, given)
      return of.ok ? confirmWords(context, id, String(params.id), of.value.locale) : of
    }),
  )
  router.use(entryHistoryApi(context))
  return router
}

function entryHistoryApi(context: Context): Router {
  const { owner } = createDoors(context)
  const router = Router()
  router.get(
    '/entries/:id/versions',
    owner((request) => versions(context, request)),
  )
  router.get(
    '/entry-changes',
    owner((request) => changes(context, { ...request.query })),
  )
  router.post(
    '/entry-changes/:id/undo',
    owner((request, { id }) => undoChange(context, id, Number(request.params.id))),
  )
  return router
}

/** All or nothing: one entry that is wrong is named, and nothing is changed. */
function importEntries(context: Context, body: unknown, operatorId: OperatorId): Reply<ImportReply> {
  const isWrapped = typeof body === 'object' && body !== null && !Array.isArray(body) && 'entries' in body
  const given = parse(entriesGuard, isWrapped ? body.entries : body)
  if (!given.ok) return refused('entries-invalid', given.detail)
  const byId = new Map<string, Entry>(context.settings.entries.data.map((entry) => [entry.id, entry]))
  const reply: ImportReply = { added: 0, changed: 0, unchanged: 0 }
  for (const entry of given.value) {
    const before = byId.get(entry.id)
    const isSame = before && JSON.stringify(before) === JSON.stringify(entry)
    reply[before ? (isSame ? 'unchanged' : 'changed') : 'added'] += 1
    byId.set(entry.id, entry)
  }
  const changeId = publishEntries(context, { operatorId, kind: 'imported' }, [...byId.values()])
  return accepted({ ...reply, ...(changeId !== undefined && { changeId }) })
}

/** Replaces the entry in its place, or adds it as the last; not one that is another by now than the request says it replaces. */
function saveEntry(context: Context, request: Request, operatorId: OperatorId): Reply<Entry> {
  const given = parse(entryGuard, request.body)
  if (!given.ok) return given
  const entry = given.value
  if (entry.id !== request.params.id) return refused('malformed', 'id')
  const entries = context.settings.entries.data
  const before = entries.find(({ id }) => id === entry.id)
  const known = request.get(versionHeader)
  if (known !== undefined && known !== entryVersion(before)) return refused('changed-meanwhile')
  const next = before ? entries.map((old) => (old.id === entry.id ? entry : old)) : [...entries, entry]
  publishEntries(context, { operatorId, kind: kindOf(before, entry) }, next)
  return given
}

function deleteEntry(context: Context, id: string, operatorId: OperatorId): Reply<Entry> {
  const entries = context.settings.entries.data
  const entry = entries.find((known) => known.id === id)
  if (!entry) return refused('malformed', 'id')
  publishEntries(
    context,
    { operatorId, kind: 'deleted' },
    entries.filter((known) => known !== entry),
  )
  return accepted(entry)
}

function preview(body: unknown): Reply<PreviewReply> {
  const given = parse(previewGuard, body)
  return given.ok ? accepted({ tree: parseMarkdown(given.value.markdown) }) : given
}

function versions({ entryHistory }: Context, { params, query }: Request): Reply<EntryVersionsReply> {
  const given = parse(localeGuard, { ...query })
  if (!given.ok) return given
  return accepted({ versions: entryHistory.versions(String(params.id), given.value.locale, listed) })
}

function changes({ entryHistory }: Context, query: unknown): Reply<EntryChangesReply> {
  const given = parse(entryChangesGuard, query)
  if (!given.ok) return given
  const found = entryHistory.changes(given.value.before ?? Number.MAX_SAFE_INTEGER, listed + 1)
  return accepted({ changes: found.slice(0, listed), hasMore: found.length > listed })
}
