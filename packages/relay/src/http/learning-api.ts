import {
  accepted,
  dismissalGuard,
  limits,
  parse,
  type ReadsReply,
  type Reply,
  type SearchesReply,
  searchesGuard,
  type WordingsReply,
  wordingGuard,
} from '@deskbell/protocol'
import { json, Router } from 'express'
import type { Context } from '../context.ts'
import { listSearches } from '../faq/search-groups.ts'
import { createDoors } from './doors.ts'

/** What visitors ask for and what they call things. */
export function learningApi(context: Context): Router {
  const { learning, reads } = context
  const { signedIn, owner } = createDoors(context)
  const router = Router()
  const body = json({ limit: limits.entryBytes })
  router.get(
    '/searches',
    signedIn((request) => searches(context, { ...request.query })),
  )
  router.post(
    '/searches/dismiss',
    body,
    owner((request) => {
      const given = parse(dismissalGuard, request.body)
      if (!given.ok) return given
      learning.dismiss(given.value)
      return accepted(null)
    }),
  )
  router.get(
    '/reads',
    signedIn(() => {
      const reply: ReadsReply = { reads: reads.list() }
      return accepted(reply)
    }),
  )
  router.get(
    '/wordings',
    signedIn(() => {
      const reply: WordingsReply = { wordings: learning.wordings() }
      return accepted(reply)
    }),
  )
  router.put(
    '/wordings',
    body,
    owner((request) => {
      const given = parse(wordingGuard, request.body)
      return given.ok ? learning.addWording(given.value) : given
    }),
  )
  router.delete(
    '/wordings',
    body,
    owner((request) => {
      const given = parse(wordingGuard, request.body)
      return given.ok ? learning.removeWording(given.value) : given
    }),
  )
  return router
}

async function searches(context: Context, query: unknown): Promise<Reply<SearchesReply>> {
  const given = parse(searchesGuard, query)
  return given.ok ? accepted({ groups: await listSearches(context, given.value.days) }) : given
}
