import { parse, refused, type StoredFile, uploadGuard, uuid } from '@deskbell/protocol'
import { type Request, type RequestHandler, type Response, Router } from 'express'
import type { Context } from '../context.ts'
import { crossOrigin } from './cross-origin.ts'
import { createDoors } from './doors.ts'
import { sendReply } from './replies.ts'

/** `POST /api/files?name=`: the bytes of a visitor's file. Who they are says their token alone. */
export function visitorFiles(context: Context): Router {
  const router = Router()
  router.use('/files', crossOrigin(context))
  router.post('/files', takeFromVisitor(context))
  return router
}

function takeFromVisitor({ tokens, live, uploads, addressOf }: Context): RequestHandler {
  return async (request, response) => {
    const [, token = ''] = /^Bearer (\S{1,200})$/.exec(request.headers.authorization ?? '') ?? []
    const visitorId = tokens.visitorOf(token)
    const conversation = visitorId === undefined ? undefined : live.openOf(visitorId)
    const given = parse(uploadGuard, { ...request.query })
    if (visitorId === undefined) sendReply(response, refused('forbidden'))
    else if (!conversation) sendReply(response, refused('no-conversation'))
    else if (!given.ok) sendReply(response, given)
    else {
      const address = addressOf(request)
      const upload = { conversationId: conversation.id, uploader: 'visitor', name: given.value.name, address }
      sendReply(response, await uploads.take(request, upload))
    }
  }
}

/** `POST /api/conversations/:id/files?name=`: the bytes of an operator's. */
export function filesApi(context: Context): Router {
  const { signedIn } = createDoors(context)
  const router = Router()
  router.post(
    '/conversations/:id/files',
    signedIn((request, { id: uploader }) => {
      const given = parse(uploadGuard, { ...request.query })
      if (!given.ok) return given
      const conversationId = String(request.params.id)
      return context.uploads.take(request, { conversationId, uploader, name: given.value.name })
    }),
  )
  return router
}

/**
 * `GET /files/ID` and `/files/ID/thumbnail`: for whoever knows the name, without cookies, from any page. A file is no page of
 * ours whatever is in it: it runs nothing, is nothing but its type, and only pictures that we have written are shown in place.
 */
export function servedFiles({ store: { files } }: Context): Router {
  const router = Router()
  const serve =
    (send: (response: Response, file: StoredFile) => void) =>
    (request: Request, response: Response, next: () => void) => {
      const id = parse(uuid, request.params.id)
      const file = id.ok ? files.find(id.value) : undefined
      if (!file) return next()
      response.set({
        'Content-Security-Policy': "default-src 'none'; sandbox",
        'Access-Control-Allow-Origin': '*',
        'Cross-Origin-Resource-Policy': 'cross-origin',
        'Cache-Control': 'private, max-age=3600',
      })
      send(response, file)
    }
  const options = { root: files.folder, cacheControl: false, lastModified: false }
  router.get(
    '/files/:id',
    serve((response, { id, name, type, size }) => {
      response.set('Content-Disposition', disposition(size ? 'inline' : 'attachment', name))
      // A browser centres a picture by a style of its own.
      if (size) response.set('Content-Security-Policy', "default-src 'none'; style-src 'unsafe-inline'; sandbox")
      response.type(type === 'text/plain' ? 'text/plain; charset=utf-8' : type).sendFile(id, options)
    }),
  )
  router.get('/files/:id/thumbnail', (request, response, next) =>
    serve((_response, { id, size }) => {
      if (!size) return next()
      response.type('image/webp').sendFile(`${id}.thumbnail`, options)
    })(request, response, next),
  )
  return router
}

/** With the name in any script (RFC 6266, section 4.3; RFC 8187). */
function disposition(how: 'inline' | 'attachment', name: string): string {
  const plain = name.replace(/[^\x20-\x7e]|["\\%]/g, '_')
  const encoded = encodeURIComponent(name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`)
  return `${how}; filename="${plain}"; filename*=UTF-8''${encoded}`
}
