import { gzip } from 'node:zlib'
import { parse, type Refusal, type Reply } from '@deskbell/protocol'
import type { Request, RequestHandler, Response } from 'express'
import type { GenericSchema } from 'valibot'

/** What goes into a few packets anyway, in UTF-16 units. */
const smallBody = 4_096

/** The status that fits a refusal (RFC 9110). */
const statuses: Partial<Record<Refusal, number>> = {
  'wrong-credentials': 401,
  'signed-out': 401,
  forbidden: 403,
  'link-used': 410,
  'email-taken': 409,
  'name-taken': 409,
  'last-owner': 409,
  'changed-meanwhile': 409,
  'file-too-large': 413,
  'file-type': 415,
  'rate-limited': 429,
  internal: 500,
  busy: 503,
  'storage-failed': 503,
}

/** Sends a reply as `/api` does: the value, or the refusal with its status. */
export function sendReply(response: Response, reply: Reply<unknown>): void {
  if (reply.ok) {
    if (reply.value === null) response.status(204).end()
    else sendZipped(response.type('json'), JSON.stringify(reply.value))
    return
  }
  const { ok: _ok, ...refusal } = reply
  if (reply.retryAfterMs) response.set('Retry-After', String(Math.ceil(reply.retryAfterMs / 1000)))
  response.status(statuses[reply.refusal] ?? 400).json(refusal)
}

/** Entries, above all, are mostly air: gzipped where the browser takes it (RFC 9110). */
export function sendZipped(response: Response, body: string): void {
  response.vary('Accept-Encoding')
  if (body.length < smallBody || !response.req.acceptsEncodings('gzip')) {
    response.send(body)
    return
  }
  gzip(body, (error, zipped) => {
    if (error) response.send(body)
    else response.set('Content-Encoding', 'gzip').send(zipped)
  })
}

/** A route whose input (`body`, or the query of a GET) is guarded first. */
export function route<T>(
  guard: GenericSchema<unknown, T>,
  answer: (input: T, request: Request, response: Response) => Reply<unknown> | Promise<Reply<unknown>>,
): RequestHandler {
  return async (request, response) => {
    const given: unknown = request.method === 'GET' ? { ...request.query } : request.body
    const input = parse(guard, given)
    sendReply(response, input.ok ? await answer(input.value, request, response) : input)
  }
}
