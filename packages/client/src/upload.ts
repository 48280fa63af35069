import type { Refusal, StoredFile } from '@deskbell/protocol'
import { type Answer, unreachable } from './answer.ts'

export interface Upload {
  /** Never rejects. Ended by `abort`, it never resolves. */
  done: Promise<Answer<StoredFile>>
  abort(): void
}

export interface UploadOptions {
  /** Begins with `/api/`. */
  path: string
  file: File
  /** The visitor's; an operator's session is a cookie. */
  token?: string
  /** Of the file, from 0 to 1. */
  onProgress(share: number): void
}

/** Sends a file to the relay, whose address has a slash behind a path. Not by `fetch`, which does not tell how far it has got. */
export function upload(relay: string, { path, file, token, onProgress }: UploadOptions): Upload {
  const request = new XMLHttpRequest()
  const url = new URL(`.${path}`, relay)
  url.search = new URLSearchParams({ name: file.name.slice(-300) }).toString()
  request.open('POST', url)
  if (token !== undefined) request.setRequestHeader('Authorization', `Bearer ${token}`)
  request.setRequestHeader('Content-Type', 'application/octet-stream')
  request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0)
  const done = new Promise<Answer<StoredFile>>((resolve) => {
    request.onload = () => resolve(answerOf(request))
    request.onerror = request.ontimeout = () => resolve(unreachable)
  })
  request.send(file)
  return { done, abort: () => request.abort() }
}

function answerOf({ status, responseText }: XMLHttpRequest): Answer<StoredFile> {
  try {
    const body: unknown = JSON.parse(responseText)
    if (status === 200) return { ok: true, value: body as StoredFile }
    const { refusal } = body as { refusal?: Refusal }
    return refusal ? { ok: false, refusal } : unreachable
  } catch {
    // A proxy's own page: one that is too large for it is too large for us.
    return status === 413 ? { ok: false, refusal: 'file-too-large' } : unreachable
  }
}
