import {
  accepted,
  type Entry,
  entryGuard,
  limits,
  type PreviewReply,
  parse,
  previewGuard,
  type Reply,
  refused,
} from '@deskbell/protocol'
import { json, type Request, Router } from 'express'
import type { Context } from '../context.ts'
import { parseMarkdown } from '../faq/markdown.ts'
import { createDoors } from './doors.ts'

/** One entry at a time, for the editor. */
export function entriesApi(context: Context): Router {
  const { signedIn, owner } = createDoors(context)
  const router = Router()
  const body = json({ limit: limits.entryBytes })
  router.put(
    '/entries/:id',
    body,
    owner((request) => saveEntry(context, request)),
  )
  router.delete(
    '/entries/:id',
    owner((request) => deleteEntry(context, String(request.params.id))),
  )
  router.post(
    '/entries/preview',
    body,
    signedIn((request) => preview(request.body)),
  )
  return router
}

/** Replaces the entry in its place, or adds it as the last. */
function saveEntry({ settings, publication }: Context, { params, body }: Request): Reply<Entry> {
  const given = parse(entryGuard, body)
  if (!given.ok) return given
  const entry = given.value
  if (entry.id !== params.id) return refused('malformed', 'id')
  const entries = settings.entries.data
  const isKnown = entries.some(({ id }) => id === entry.id)
  settings.entries.data = isKnown ? entries.map((old) => (old.id === entry.id ? entry : old)) : [...entries, entry]
  settings.entries.write()
  publication.changed()
  return given
}

function deleteEntry({ settings, publication }: Context, id: string): Reply<Entry> {
  const entry = settings.entries.data.find((known) => known.id === id)
  if (!entry) return refused('malformed', 'id')
  settings.entries.data = settings.entries.data.filter((known) => known !== entry)
  settings.entries.write()
  publication.changed()
  return accepted(entry)
}

function preview(body: unknown): Reply<PreviewReply> {
  const given = parse(previewGuard, body)
  return given.ok ? accepted({ tree: parseMarkdown(given.value.markdown) }) : given
}
