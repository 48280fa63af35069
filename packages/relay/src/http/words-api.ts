import { accepted, limits, type OwnWordsReply, ownWordsGuard, parse, type Reply } from '@deskbell/protocol'
import { json, Router } from 'express'
import type { Context } from '../context.ts'
import { topicsOf } from '../topics.ts'
import { createDoors } from './doors.ts'
import { saving, told } from './versions.ts'

/** What the owner says in words of their own, by language. */
export function wordsApi(context: Context): Router {
  const { signedIn, owner } = createDoors(context)
  const router = Router()
  router.get(
    '/words',
    signedIn((request) => told(request, context.settings.words, accepted(replyOf(context)))),
  )
  router.put(
    '/words',
    json({ limit: limits.entryBytes }),
    owner((request, by) => saving(request, by, context.settings.words, () => saveWords(context, request.body))),
  )
  return router
}

function saveWords(context: Context, body: unknown): Reply<OwnWordsReply> {
  const given = parse(ownWordsGuard, body)
  if (!given.ok) return given
  const { words } = context.settings
  words.data = given.value.words
  words.write()
  context.doorbell.siteChanged()
  return accepted(replyOf(context))
}

function replyOf({ settings: { words, settings, entries } }: Context): OwnWordsReply {
  return { words: words.data, topics: topicsOf(settings.data, entries.data) }
}
