import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { useAttackedRelay } from './kit/attacked.ts'
import { onDuty, send, signIn } from './kit/operators.ts'
import { draft, yes } from './kit/payloads.ts'
import { visit } from './kit/people.ts'

const relay = useAttackedRelay({ LOG_LEVEL: 'trace' })

const words = {
  asked: 'Does the cobalt teapot survive a dishwasher',
  answered: 'Every teapot of ours does, says the kiln log',
  noted: 'She bought the cracked one in spring',
  name: 'Olga Quillfeather',
  email: 'olga@quillfeather.example',
  title: 'Basket of Olga',
  searched: 'wobbling teapot lid',
}

/** The files of the data folder that hold one of the words, and which. */
function traces(): string[] {
  const files = readdirSync(relay().dataFolder, { recursive: true, withFileTypes: true }).filter((file) =>
    file.isFile(),
  )
  return files.flatMap(({ parentPath, name }) => {
    const bytes = readFileSync(join(parentPath, name))
    const isIn = (word: string) => bytes.includes(word) || bytes.includes(Buffer.from(word, 'utf16le'))
    return Object.values(words)
      .filter(isIn)
      .map((word) => `${name}: ${word}`)
  })
}

/** A whole conversation of Olga's; gives its id. */
async function talk(cookie: string): Promise<string> {
  const desk = await onDuty(relay().url, cookie)
  const { socket } = await visit(relay().url)
  const page = { title: words.title, url: 'https://shop.example/basket' }
  const before = { searches: [{ query: words.searched, found: 0, at: Date.now() }], entries: [], page }
  const asking = { ...draft(words.asked), name: words.name, email: words.email, before }
  const { id } = yes<{ id: string }>(await socket.emitWithAck('conversation:ask', asking))
  yes(await desk.emitWithAck('conversation:take', { conversationId: id }))
  yes(await desk.emitWithAck('message:send', { conversationId: id, ...draft(words.answered) }))
  yes(await desk.emitWithAck('note:add', { conversationId: id, ...draft(words.noted) }))
  return id
}

it('R28 an erased conversation is in no file of the data folder, and never was in the log', async () => {
  const { url } = relay()
  const cookie = await signIn(url)
  const ids = [await talk(cookie), await talk(cookie)]
  expect(traces()).not.toEqual([])
  for (const id of ids) {
    const erased = await fetch(`${url}/api/visitors/${id}`, { method: 'DELETE', headers: { cookie } })
    expect(erased.status).toBe(200)
  }
  expect(traces()).toEqual([])
  await relay().stop()
  expect(traces()).toEqual([])
  await relay().start()
  for (const word of [...Object.values(words), '127.0.0.1']) {
    const said = relay()
      .output.split('\n')
      .filter((line) => line.startsWith('{') && line.includes(word))
    expect(said).toEqual([])
  }
})

it('R28 nobody erases or exports without a session', async () => {
  const { url } = relay()
  const id = await talk(await signIn(url))
  for (const method of ['GET', 'DELETE'])
    expect((await fetch(`${url}/api/visitors/${id}`, { method })).status).toBe(401)
  const foreign = await send(`${url}/api/visitors/${id}`, 'DELETE', '', {
    cookie: await signIn(url),
    origin: 'https://evil.example',
  })
  expect(foreign.status).toBe(403)
  expect(traces()).not.toEqual([])
})
