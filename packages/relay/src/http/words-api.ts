import { accepted, limits, type OwnWordsReply, ownWordsGuard, parse, type Reply } from '@deskbell/protocol'
import { json, Router } from 'express'
import type { Context } from '../context.ts'
import { createDoors } from './doors.ts'

/** What the owner says in words of their own, by language. */
export function wordsApi(context: Context): Router {
  const { words } = context.settings
  const { signedIn, owner } = createDoors(context)
  const router = Router()
  router.get(
    '/words',
    signedIn(() => accepted<OwnWordsReply>({ words: words.data })),
  )
  router.put(
    '/words',
    json({ limit: limits.entryBytes }),
    owner((request) => saveWords(context, request.body)),
  )
  return router
}

function saveWords({ settings: { words }, doorbell }: Context, body: unknown): Reply<OwnWordsReply> {
  const given = parse(ownWordsGuard, body)
  if (!given.ok) return given
  words.data = given.value.words
  words.write()
  doorbell.siteChanged()
  return given
}
