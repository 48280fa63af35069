import type { Entry, SearchReply } from '@deskbell/protocol'
import type { TestRelay } from './relay.ts'

export const entry = (id: string, question: string, answer: string, keywords: string[] = []): Entry => ({
  id,
  translations: { en: { question, answer, keywords } },
})

/** The API of a relay as Anna's inbox uses it, and its search. */
export function faqOf(relay: () => TestRelay) {
  async function send(method: string, path: string, body?: unknown, headers: Record<string, string> = {}) {
    const { url, annasCookie } = relay()
    const all = { cookie: annasCookie, 'content-type': 'application/json', ...headers }
    const sent = body === undefined ? {} : { body: JSON.stringify(body) }
    const response = await fetch(url + path, { method, headers: all, ...sent })
    return { status: response.status, body: response.status === 204 ? null : await response.json() }
  }
  const get = async <T>(path: string) => (await send('GET', path)).body as T
  return {
    send,
    get,
    publish: (...entries: Entry[]) => send('POST', '/api/entries/import', { entries }),
    /** The ids that the relay's search finds, best first. */
    async found(q: string): Promise<string[]> {
      const { results } = await get<SearchReply>(`/api/search?${new URLSearchParams({ locale: 'en', q })}`)
      return results.map(({ id }) => id)
    },
  }
}
