import type { ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { vi } from 'vitest'
import { type Driver, startProgram } from './driver.ts'

const missing = 'No Firefox to test with. Debian: apt install firefox-esr'

/** Firefox without a window, by WebDriver BiDi: commands over a socket. No page has the focus there, so rings are not drawn. */
export async function openFirefox(): Promise<Driver> {
  const profile = mkdtempSync(join(tmpdir(), 'deskbell-firefox-'))
  const args = ['--headless', '--no-remote', '--profile', profile, '--remote-debugging-port=0']
  const child = await startProgram('firefox-esr', args, missing)
  const { send, socket } = await connect(await addressOf(child))
  await send('session.new', { capabilities: {} })
  const { contexts } = await send<{ contexts: { context: string }[] }>('browsingContext.getTree', {})
  const context = contexts[0]?.context
  return {
    goto: (url) => send('browsingContext.navigate', { context, url, wait: 'complete' }),
    async evaluate(expression) {
      const asked = { expression: `JSON.stringify(${expression}) ?? 'null'`, target: { context }, awaitPromise: false }
      const answer = await send<{ type: string; result: { value: string } }>('script.evaluate', asked)
      if (answer.type !== 'success') throw new Error(`${expression}: ${JSON.stringify(answer)}`)
      return JSON.parse(answer.result.value)
    },
    act: (actions) => send('input.performActions', { context, actions }),
    resize: (width, height) => send('browsingContext.setViewport', { context, viewport: { width, height } }),
    picture: async () => (await send<{ data: string }>('browsingContext.captureScreenshot', { context })).data,
    async close() {
      const ended = once(child, 'exit')
      socket.close()
      child.kill()
      await ended
      rmSync(profile, { recursive: true, force: true })
    },
  }
}

function addressOf({ stderr }: ChildProcess): Promise<string> {
  let said = ''
  stderr?.on('data', (chunk) => {
    said += chunk
  })
  return vi.waitFor(() => {
    const [, address] = /BiDi listening on (ws:\S+)/.exec(said) ?? []
    if (!address) throw new Error(`Firefox does not listen:\n${said}`)
    return `${address}/session`
  }, 30_000)
}

interface Answer {
  result?: unknown
  error?: string
  message?: string
}

async function connect(address: string) {
  const socket = new WebSocket(address)
  const waiting = new Map<number, (answer: Answer) => void>()
  socket.onmessage = ({ data }) => {
    const answer = JSON.parse(String(data))
    waiting.get(answer.id)?.(answer)
  }
  await once(socket, 'open')
  let count = 0
  async function send<T = void>(method: string, params: object): Promise<T> {
    count += 1
    const id = count
    socket.send(JSON.stringify({ id, method, params }))
    const answer = await new Promise<Answer>((resolve) => waiting.set(id, resolve))
    if (answer.error) throw new Error(`${method}: ${answer.error}: ${answer.message}`)
    return answer.result as T
  }
  return { send, socket }
}
