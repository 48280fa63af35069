import type { Answer } from '@deskbell/client/http'
import type { Refusal, StoredFile } from '@deskbell/protocol'

export interface Upload {
  /** Never rejects. Ended by `abort`, it never resolves. */
  done: Promise<Answer<StoredFile>>
  abort(): void
}

/** Sends a file to the relay. Not by `fetch`, which does not tell how far it has got. `onProgress`: from 0 to 1. */
export function upload(
  relay: string,
  { file, token, onProgress }: { file: File; token: string; onProgress(share: number): void },
): Upload {
  const request = new XMLHttpRequest()
  const url = new URL('./api/files', relay)
  url.search = new URLSearchParams({ name: file.name.slice(-300) }).toString()
  request.open('POST', url)
  request.setRequestHeader('Authorization', `Bearer ${token}`)
  request.setRequestHeader('Content-Type', 'application/octet-stream')
  request.upload.onprogress = ({ loaded, total }) => onProgress(total > 0 ? loaded / total : 0)
  const done = new Promise<Answer<StoredFile>>((resolve) => {
    request.onload = () => resolve(answerOf(request))
    request.onerror = request.ontimeout = () => resolve(unreachable)
  })
  request.send(file)
  return { done, abort: () => request.abort() }
}

const unreachable = { ok: false, refusal: 'unreachable' } as const

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
