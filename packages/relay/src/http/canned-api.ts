import { accepted, type CannedReplies, cannedReplyGuard, limits, parse, type Reply, refused } from '@deskbell/protocol'
import { json, Router } from 'express'
import type { Context } from '../context.ts'
import type { SettingsStore } from '../store/settings-store.ts'
import { createDoors } from './doors.ts'

/** The replies that operators insert ready-made. */
export function cannedApi(context: Context): Router {
  const { cannedReplies } = context.settings
  const { signedIn, owner } = createDoors(context)
  const router = Router()
  router.get(
    '/canned-replies',
    signedIn(() => accepted<CannedReplies>({ replies: cannedReplies.data })),
  )
  router.put(
    '/canned-replies/:id',
    json({ limit: limits.entryBytes }),
    owner((request) => put(cannedReplies, { ...request.body, id: request.params.id })),
  )
  router.delete(
    '/canned-replies/:id',
    owner((request) => {
      cannedReplies.update((replies) => {
        const at = replies.findIndex(({ id }) => id === request.params.id)
        if (at >= 0) replies.splice(at, 1)
      })
      return accepted(null)
    }),
  )
  return router
}

/** New, or in the place of what it was. */
function put(store: SettingsStore['cannedReplies'], given: unknown): Reply<null> {
  const guarded = parse(cannedReplyGuard, given)
  if (!guarded.ok) return guarded
  const { value } = guarded
  const at = store.data.findIndex(({ id }) => id === value.id)
  if (at < 0 && store.data.length >= limits.cannedReplies) return refused('malformed', 'replies')
  store.update((replies) => void replies.splice(at < 0 ? replies.length : at, at < 0 ? 0 : 1, value))
  return accepted(null)
}
