import { once } from 'node:events'
import { vi } from 'vitest'
import { freePort } from '../kit/free-port.ts'
import { type Driver, startProgram } from './driver.ts'

const missing =
  'No WebKit to test with. Debian, Ubuntu: apt install webkit2gtk-driver xvfb, and run this by xvfb-run -a'

/** WebKitGTK, the engine of Safari, by WebDriver: requests over HTTP. It needs a screen, or `xvfb-run`. */
export async function openWebkit(): Promise<Driver> {
  const port = await freePort()
  const child = await startProgram('WebKitWebDriver', [`--port=${port}`], missing)
  const ask = (method: string, path: string, body?: object) => request(`http://127.0.0.1:${port}${path}`, method, body)
  await vi.waitFor(() => ask('GET', '/status'), 10_000)
  const { sessionId } = (await ask('POST', '/session', { capabilities: {} })) as { sessionId: string }
  const tell = (method: string, path: string, body?: object) => ask(method, `/session/${sessionId}${path}`, body)
  return {
    goto: async (url) => void (await tell('POST', '/url', { url })),
    async evaluate(expression) {
      const script = `return JSON.stringify(${expression}) ?? 'null'`
      return JSON.parse((await tell('POST', '/execute/sync', { script, args: [] })) as string)
    },
    act: async (actions) => void (await tell('POST', '/actions', { actions })),
    resize: async (width, height) => void (await tell('POST', '/window/rect', { width, height })),
    picture: async () => (await tell('GET', '/screenshot')) as string,
    async close() {
      await tell('DELETE', '')
      const ended = once(child, 'exit')
      child.kill()
      await ended
    },
  }
}

async function request(url: string, method: string, body?: object): Promise<unknown> {
  const reply = await fetch(url, { method, ...(body && { body: JSON.stringify(body) }) })
  const { value } = (await reply.json()) as { value: { error?: string; message?: string } | null }
  if (!reply.ok) throw new Error(`${method} ${url}: ${value?.error}: ${value?.message}`)
  return value
}
