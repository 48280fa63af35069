import { type ApiRefusal, limits, type Refusal } from '@deskbell/protocol'
import { type Answer, unreachable } from './answer.ts'

export type { Answer } from './answer.ts'

const versionHeader = 'deskbell-version'

export interface Http {
  /** `path` begins with `/api/`. Aborting the signal answers `unreachable`. */
  get<T>(path: string, query?: Record<string, string>, signal?: AbortSignal): Promise<Answer<T>>
  /** A `Blob` goes as it is, all else as JSON. `version`: what is replaced, as it was told with an answer; where it is another by now: 'changed-meanwhile'. */
  send<T>(method: 'POST' | 'PUT' | 'DELETE', path: string, body?: unknown, version?: string): Promise<Answer<T>>
}

/**
 * Typed requests to the relay's `/api`. Never throws: a network failure, a timeout and a reply that is not JSON answer `unreachable`.
 * `relay`: its address, with a slash behind a path; the widget sends no cookies (`omit`), the inbox sends its session (`same-origin`).
 */
export function createHttp(relay: string, credentials: 'omit' | 'same-origin'): Http {
  const request = <T>(url: URL, init: RequestInit): Promise<Answer<T>> => ask<T>(url, { ...init, credentials })
  return {
    get(path, query = {}, signal) {
      const url = new URL(`.${path}`, relay)
      url.search = new URLSearchParams(query).toString()
      return request(url, signal ? { signal } : {})
    },
    send(method, path, body, version) {
      const url = new URL(`.${path}`, relay)
      // Its type goes with it.
      if (body instanceof Blob) return request(url, { method, body })
      const headers = { 'content-type': 'application/json', ...(version && { [versionHeader]: version }) }
      return request(url, body === undefined ? { method } : { method, headers, body: JSON.stringify(body) })
    },
  }
}

async function ask<T>(url: URL, init: RequestInit): Promise<Answer<T>> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(limits.requestTimeout), ...init })
    const body = response.status === 204 ? null : await response.json()
    const version = response.headers.get(versionHeader)
    if (response.ok) return { ok: true, value: body as T, ...(version && { version }) }
    const { refusal, ...rest } = body as ApiRefusal
    return { ok: false, refusal: refusal as Refusal, ...rest }
  } catch {
    // No network, no relay, a proxy's error page: all the same to the one who asks, who may try again.
    return unreachable
  }
}
