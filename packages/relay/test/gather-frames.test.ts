import { Writable } from 'node:stream'
import { setImmediate } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { gatherFrames } from '../src/sockets/gather-frames.ts'

/** A connection that notes what it is given at once, and a sender that writes to it. */
function connection() {
  const given: string[][] = []
  const wire = new Writable({
    decodeStrings: false,
    write(chunk, _encoding, done) {
      given.push([String(chunk)])
      done()
    },
    writev(chunks, done) {
      given.push(chunks.map(({ chunk }) => String(chunk)))
      done()
    },
  })
  const sender = { _socket: wire, sendFrame() {} } as Parameters<typeof gatherFrames>[0]
  gatherFrames(sender)
  return { given, wire, send: sender.sendFrame.bind(sender) }
}

test('what a connection is sent in one turn is written at once, each frame in one piece', async () => {
  const { given, send } = connection()
  const other = connection()
  const sent: number[] = []
  send([Buffer.from('1'), Buffer.from('one')], () => sent.push(1))
  send([Buffer.from('2'), 'zwölf'], () => sent.push(2))
  send([Buffer.from('3')], () => sent.push(3))
  other.send([Buffer.from('4'), Buffer.from('other')])
  expect(given).toEqual([])
  await setImmediate()
  expect(given).toEqual([['1one', '2zwölf', '3']])
  expect(other.given).toEqual([['4other']])
  expect(sent).toEqual([1, 2, 3])
  send([Buffer.from('5'), 'later'])
  await setImmediate()
  expect(given.slice(1)).toEqual([['5later']])
})

test('what promises bring goes along with what was sent before, and nothing is held back', async () => {
  const { given, send } = connection()
  const sent: number[] = []
  send([Buffer.from('1'), 'news'], () => sent.push(1))
  expect(sent).toEqual([1])
  const answered = (async () => {
    await Promise.resolve()
    await Promise.resolve()
    send([Buffer.from('2'), 'reply'])
  })()
  await answered
  expect(given).toEqual([])
  await setImmediate()
  expect(given).toEqual([['1news', '2reply']])
})

test('a connection that ends takes what it was sent before; one that broke harms no other', async () => {
  const [ending, broken, other] = [connection(), connection(), connection()]
  for (const { send } of [ending, broken, other]) send([Buffer.from('1'), 'goodbye'])
  ending.wire.end()
  broken.wire.destroy()
  await setImmediate()
  expect([ending.given, broken.given, other.given]).toEqual([[['1goodbye']], [], [['1goodbye']]])
})
