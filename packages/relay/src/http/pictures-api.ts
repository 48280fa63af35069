import { rm } from 'node:fs/promises'
import {
  accepted,
  fileLimits,
  type Operator,
  type OperatorId,
  type PictureId,
  parse,
  type Reply,
  refused,
  uuid,
} from '@deskbell/protocol'
import { type Request, Router } from 'express'
import type { Context } from '../context.ts'
import { drawPortrait } from '../files/picture.ts'
import { receive } from '../files/receive.ts'
import { sniff } from '../files/sniff.ts'
import { Buckets } from '../limits/bucket.ts'
import { createDoors } from './doors.ts'
import { takeTime } from './hurry.ts'

/** `PUT` (the bytes of a picture) and `DELETE /api/operators/:id/picture`: one's own, or as an owner anybody's. */
export function picturesApi(context: Context): Router {
  const { oneself } = createDoors(context)
  const pace = new Buckets(fileLimits.anHour, fileLimits.anHour / 3600)
  const router = Router()
  router.put(
    '/operators/:id/picture',
    oneself((request, { id }) => pace.refuse(id) ?? take(context, request)),
  )
  router.delete(
    '/operators/:id/picture',
    oneself((request) => show(context, String(request.params.id), undefined)),
  )
  return router
}

/** Refused: 'unknown-operator', 'file-too-large', 'file-type', 'file-damaged'. */
async function take(context: Context, request: Request): Promise<Reply<Operator>> {
  const { team, pictures } = context
  const id = String(request.params.id)
  if (!team.find(id)) return refused('unknown-operator')
  const part = pictures.newPart()
  try {
    takeTime(request)
    const received = await receive(request, part)
    request.setTimeout(0)
    if (!received.ok) return received
    const type = await sniff(part)
    if (!type?.startsWith('image/')) return refused('file-type')
    const portrait = await drawPortrait(part)
    return portrait ? show(context, id, pictures.keep(portrait)) : refused('file-damaged')
  } finally {
    await rm(part, { force: true })
  }
}

/** The picture before goes; so does a new one, where whose it is has gone meanwhile. */
function show({ team, pictures, doorbell }: Context, id: OperatorId, picture?: PictureId): Reply<Operator> {
  const before = team.find(id)?.picture
  const changed = team.setPicture(id, picture)
  const gone = changed ? before : picture
  if (gone !== undefined) pictures.delete(gone)
  if (!changed) return refused('unknown-operator')
  doorbell.shownChanged(id)
  return accepted(changed)
}

/** `GET /pictures/ID`: for whoever knows the name, without cookies, from any page. What has a name never changes. */
export function servedPictures({ pictures: { folder } }: Context): Router {
  const router = Router()
  router.get('/pictures/:id', (request, response, next) => {
    const id = parse(uuid, request.params.id)
    if (!id.ok) return next()
    const headers = {
      'Content-Type': 'image/webp',
      'Content-Security-Policy': "default-src 'none'; sandbox",
      'Access-Control-Allow-Origin': '*',
      'Cross-Origin-Resource-Policy': 'cross-origin',
      // Not for proxies, which would keep what was taken away.
      'Cache-Control': 'private, max-age=31536000, immutable',
    }
    response.sendFile(id.value, { root: folder, headers, cacheControl: false, lastModified: false })
  })
  return router
}
