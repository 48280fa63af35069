import { accepted, type FoundConversations, findConversationsGuard, parse, type Reply } from '@deskbell/protocol'
import { Router } from 'express'
import type { Context } from '../context.ts'
import { createDoors } from './doors.ts'

/** The conversations there were. */
export function archiveApi(context: Context): Router {
  const { signedIn } = createDoors(context)
  const router = Router()
  router.get(
    '/conversations',
    signedIn((request) => find(context, { ...request.query })),
  )
  return router
}

async function find({ archive, doorbell }: Context, query: unknown): Promise<Reply<FoundConversations>> {
  const given = parse(findConversationsGuard, query)
  if (!given.ok) return given
  const { found, ...rest } = await archive.find(given.value)
  return accepted({
    ...rest,
    found: found.flatMap(({ id, ...said }) => {
      const conversation = doorbell.head(id)
      return conversation ? { conversation, ...said } : []
    }),
  })
}
