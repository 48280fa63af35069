import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Socket } from 'socket.io-client'
import { expect, it } from 'vitest'
import { useAttackedRelay } from './kit/attacked.ts'
import { onDuty, signIn } from './kit/operators.ts'
import { draft, question, yes } from './kit/payloads.ts'
import { knock } from './kit/people.ts'

const address = '203.0.113.99'
const relay = useAttackedRelay({ DESKBELL_TRUST_PROXY: '127.0.0.1', LOG_LEVEL: 'trace' })

interface Welcome {
  token: string
  conversation?: { id: string; status: string }
}

async function visitor(token?: string): Promise<{ socket: Socket; welcome: Welcome }> {
  const auth = { protocol: 1, locale: 'en', ...(token && { token }) }
  const socket = knock(relay().url, '/visitor', { auth, headers: { 'x-forwarded-for': address } })
  return { socket, welcome: await new Promise((resolve) => socket.once('visitor:welcome', resolve)) }
}

it('P8 a blocked visitor gets nothing in by any way, and is told so; nothing of their address is kept', async () => {
  const cookie = await signIn(relay().url)
  const operator = await onDuty(relay().url, cookie)
  const gus = await visitor()
  const { id } = yes<{ id: string }>(await gus.socket.emitWithAck('conversation:ask', question('You are thieves')))
  yes(await operator.emitWithAck('visitor:block', { conversationId: id, until: Date.now() + 3_600_000 }))

  const { token } = gus.welcome
  const tabs = [gus.socket, (await visitor(token)).socket, (await visitor(token)).socket]
  const tries = tabs.flatMap((socket) => [
    socket.emitWithAck('conversation:ask', question('Quillfeather one')),
    socket.emitWithAck('question:leave', { ...question('Quillfeather two'), name: 'Gus', email: 'gus@gus.example' }),
    socket.emitWithAck('message:send', draft('Quillfeather three')),
    socket.emitWithAck('conversation:rate', { conversationId: id, solved: 'no', comment: 'Quillfeather four' }),
    socket.emitWithAck('conversation:pend', { email: 'gus@quillfeather.example' }),
    socket.emitWithAck('queue:rejoin', {}),
    socket.emitWithAck('visitor:block', { conversationId: id }),
  ])
  for (const { ok } of await Promise.all(tries)) expect(ok).toBe(false)
  const query = new URLSearchParams({ name: 'quillfeather.txt' })
  const headers = { authorization: `Bearer ${token}`, 'content-type': 'text/plain' }
  const file = await fetch(`${relay().url}/api/files?${query}`, { method: 'POST', headers, body: 'Quillfeather five' })
  expect(file.ok).toBe(false)
  const again = await visitor(token)
  expect(again.welcome.conversation).toMatchObject({ id, status: 'closed' })

  const other = await visitor()
  yes(await other.socket.emitWithAck('conversation:ask', question('Is the bowl back?')))
  const { dataFolder } = relay()
  const files = readdirSync(dataFolder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  const kept = files.map(({ parentPath, name }) => readFileSync(join(parentPath, name), 'latin1')).join('')
  expect(kept).toContain('You are thieves')
  expect(kept).not.toMatch(/quillfeather/i)
  expect(kept + relay().output).not.toContain(address)
})
