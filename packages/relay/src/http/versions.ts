import { createHash } from 'node:crypto'
import { type Operator, type Reply, refused } from '@deskbell/protocol'
import type { Request } from 'express'

/** A header of our own: what stands between may rewrite an ETag. */
export const versionHeader = 'Deskbell-Version'

interface Kept {
  data: unknown
}

/** Who saved which version last, since the relay started. */
const savers = new WeakMap<Kept, { name: string; version: string }>()

/** The reply, with the version of what it is about. */
export function told<T>(request: Request, kept: Kept, reply: Reply<T>): Reply<T> {
  if (reply.ok) request.res?.set(versionHeader, versionOf(kept))
  return reply
}

/** Saves, unless it was changed since the version that the request names: then 'changed-meanwhile', `detail` by whom, where that is known. */
export function saving<T>(request: Request, by: Operator, kept: Kept, save: () => Reply<T>): Reply<T> {
  const known = request.get(versionHeader)
  const version = versionOf(kept)
  if (known !== undefined && known !== version) return refused('changed-meanwhile', saverOf(kept, version))
  const reply = save()
  if (reply.ok) savers.set(kept, { name: by.name, version: versionOf(kept) })
  return told(request, kept, reply)
}

/** What has become another version without being saved, has so by nobody. */
function saverOf(kept: Kept, version: string): string | undefined {
  const last = savers.get(kept)
  return last?.version === version ? last.name : undefined
}

function versionOf({ data }: Kept): string {
  return createHash('sha256').update(JSON.stringify(data)).digest('base64url').slice(0, 22)
}
