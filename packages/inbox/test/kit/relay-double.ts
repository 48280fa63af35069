import { createHttp, type Http } from '@deskbell/client/http'
import { vi } from 'vitest'

interface Asked {
  method: string
  path: string
  body: unknown
}

/** `status` other than 200 makes a refusal of the body. A function is given what was sent. */
type Reply = { status?: number; body: unknown }
export type Routes = Record<string, Reply | ((body: unknown) => Reply | Promise<Reply>) | 'unreachable'>

/** A relay that answers by `METHOD /path`, with its query where that is given, and remembers what it was asked. Routes may be changed while it stands. */
export function relayDouble(routes: Routes): { http: Http; asked: Asked[]; routes: Routes } {
  const asked: Asked[] = []
  vi.stubGlobal('fetch', async (url: URL, init: RequestInit = {}) => {
    const method = init.method ?? 'GET'
    const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : undefined
    asked.push({ method, path: url.pathname + url.search, body })
    const route = routes[`${method} ${url.pathname}${url.search}`] ?? routes[`${method} ${url.pathname}`]
    if (route === undefined || route === 'unreachable') throw new TypeError('no relay')
    const reply = typeof route === 'function' ? await route(body) : route
    return Response.json(reply.body, { status: reply.status ?? 200 })
  })
  return { http: createHttp('http://relay.example', 'same-origin'), asked, routes }
}

/** What was sent to a path, last first. */
export function sentTo(asked: readonly Asked[], method: string, path: string): unknown {
  return asked.findLast((one) => one.method === method && one.path === path)?.body
}
