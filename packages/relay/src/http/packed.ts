import { createHash } from 'node:crypto'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import type { Request, Response } from 'express'
import { encodingFor } from './encoding.ts'

/** A text that is served often, compressed once. */
export interface Packed {
  plain: Buffer
  br: Buffer
  gzip: Buffer
  etag: string
}

export function pack(text: string): Packed {
  const plain = Buffer.from(text)
  return { plain, br: brotliCompressSync(plain), gzip: gzipSync(plain), etag: `"${fingerprint(plain)}"` }
}

/** 128 bits of SHA-256, for ETags and addresses. */
export function fingerprint(content: Buffer | string): string {
  return createHash('sha256').update(content).digest('base64url').slice(0, 22)
}

/** Sends it as the browser takes it, or that nothing has changed. */
export function sendPacked(
  request: Request,
  response: Response,
  { packed, cacheControl }: { packed: Packed; cacheControl: string },
): void {
  response.set({ ETag: packed.etag, 'Cache-Control': cacheControl, Vary: 'Accept-Encoding' })
  if (request.headers['if-none-match'] === packed.etag) {
    response.status(304).end()
    return
  }
  const encoding = encodingFor(request)
  if (encoding) response.set('Content-Encoding', encoding)
  response.end(encoding ? packed[encoding] : packed.plain)
}
