import type { TestRelay } from './relay.ts'

interface Replied {
  status: number
  reply: Record<string, string>
  cookie: string
}

export const boris = { email: 'boris@holm.example', password: 'a different horse', name: 'Boris' }

/** The API of a relay as Anna's browser uses it, or another's, with its cookie. */
export function accountsOf(relay: () => TestRelay) {
  async function ask(method: string, path: string, body?: object, cookie = relay().annasCookie): Promise<Replied> {
    const headers = { cookie, 'content-type': 'application/json' }
    const sent = body && { body: JSON.stringify(body) }
    const response = await fetch(`${relay().url}/api${path}`, { method, headers, ...sent })
    const reply = response.status === 204 ? {} : await response.json()
    return { status: response.status, reply, cookie: response.headers.get('set-cookie')?.split(';')[0] ?? '' }
  }
  return {
    ask,
    isIn: async (cookie: string) => (await ask('GET', '/session', undefined, cookie)).reply.state === 'signed-in',
    signIn: (password: string, email = boris.email) => ask('POST', '/session', { email, password }, ''),
    /** Boris, who joined by an invitation. */
    async addBoris(): Promise<{ id: string; cookie: string }> {
      const { reply } = await ask('POST', '/invitations')
      const { cookie } = await ask('POST', '/join', { token: reply.url?.split('#join=')[1], ...boris }, '')
      const { reply: session } = await ask('GET', '/session', undefined, cookie)
      return { id: (session as unknown as { operator: { id: string } }).operator.id, cookie }
    },
  }
}
