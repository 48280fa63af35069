import { expect, it } from 'vitest'
import { Decoder, Encoder, PacketType } from '../src/lean/stand-ins.ts'

function read(text: string) {
  const heard: unknown[] = []
  const decoder = new Decoder()
  decoder.on('decoded', (packet) => heard.push(packet))
  decoder.add(text)
  return heard[0]
}

it.each([
  ['Anna joins', { type: PacketType.CONNECT, nsp: '/visitor', data: { token: 'anna' } }, '0/visitor,{"token":"anna"}'],
  [
    'Anna asks',
    { type: PacketType.EVENT, nsp: '/visitor', id: 12, data: ['a', { b: 1 }] },
    '2/visitor,12["a",{"b":1}]',
  ],
  ['Boris leaves', { type: PacketType.DISCONNECT, nsp: '/visitor' }, '1/visitor,'],
  ['the first namespace', { type: PacketType.ACK, nsp: '/', id: 0, data: ['a,\n/b'] }, '30["a,\\n/b"]'],
])('writes and reads as Socket.IO does: %s', (_case, packet, text) => {
  expect(new Encoder().encode(packet)).toEqual([text])
  expect(read(text)).toMatchObject(packet)
})

it.each([
  '',
  '9',
  '51-["bytes",{"_placeholder":true,"num":0}]',
  '2/visitor,["connect"]',
  '2/visitor,{}',
  '2["a"',
  '1{}',
])('refuses what is no packet of text: %s', (text) => expect(() => read(text)).toThrow())
