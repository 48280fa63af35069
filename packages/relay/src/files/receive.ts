import { open } from 'node:fs/promises'
import type { IncomingMessage } from 'node:http'
import { accepted, fileLimits, type Reply, refused } from '@deskbell/protocol'

/** Streams the body of a request into a new file. Refused: 'file-too-large', 'file-damaged' (empty, or it broke off). */
export async function receive(request: IncomingMessage, path: string): Promise<Reply<number>> {
  if (Number(request.headers['content-length'] ?? 0) > fileLimits.bytes) return refused('file-too-large')
  let bytes = 0
  const file = await open(path, 'wx', 0o600)
  try {
    for await (const chunk of request.iterator({ destroyOnReturn: false })) {
      bytes += (chunk as Buffer).length
      if (bytes > fileLimits.bytes) return refused('file-too-large')
      await file.appendFile(chunk as Buffer)
    }
  } catch (error) {
    if (request.destroyed) return refused('file-damaged')
    throw error
  } finally {
    await file.close()
  }
  return bytes > 0 ? accepted(bytes) : refused('file-damaged')
}
