import { Server } from 'socket.io'
import { expect, test } from 'vitest'
import { encodeText } from '../src/sockets/encode-text.ts'

const [connect, disconnect, event, acknowledgement, refusal] = [0, 1, 2, 3, 4]

test.each([
  { type: connect, nsp: '/visitor', data: { sid: 'a1' } },
  { type: disconnect, nsp: '/visitor', data: undefined },
  { type: event, nsp: '/', data: ['site:changed'] },
  { type: event, nsp: '/operator', data: ['message:sent', { text: 'Zwölf "Vasen"\n\u2028', by: undefined, at: 7 }] },
  { type: event, nsp: '/visitor', id: 0, data: ['message:send', {}] },
  { type: acknowledgement, nsp: '/visitor', id: 12, data: [{ ok: true, value: null }] },
  { type: refusal, nsp: '/visitor', data: { message: 'busy' } },
])('writes a packet as Socket.IO does: %j', (packet) => {
  expect(encodeText(packet)).toEqual(new Server().encoder.encode(packet))
})
