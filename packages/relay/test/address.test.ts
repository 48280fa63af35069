import type { IncomingMessage } from 'node:http'
import pino from 'pino'
import { expect, it } from 'vitest'
import { createAddressOf } from '../src/limits/address.ts'

const silent = pino({ level: 'silent' })
const addressOf = (remoteAddress: string, forwarded?: string, trusted?: string) =>
  createAddressOf(
    trusted,
    silent,
  )({
    socket: { remoteAddress },
    headers: forwarded === undefined ? {} : { 'x-forwarded-for': forwarded },
  } as unknown as IncomingMessage)

it('is the peer, and what a trusted proxy says of it', () => {
  expect(addressOf('203.0.113.7')).toBe('203.0.113.7')
  expect(addressOf('::ffff:203.0.113.7')).toBe('203.0.113.7')
  expect(addressOf('203.0.113.7', '198.51.100.1')).toBe('203.0.113.7')
  expect(addressOf('127.0.0.1', '198.51.100.1, 203.0.113.9', '127.0.0.1')).toBe('203.0.113.9')
})

it('is one for all addresses that one IPv6 network has', () => {
  const same = ['2001:db8:0:7::1', '2001:db8:0:7:ffff:1:2:3', '2001:0DB8:0000:0007::', '2001:db8:0:7::203.0.113.7']
  expect(new Set(same.map((address) => addressOf('::1', address, '::1')))).toEqual(new Set(['2001:db8:0:7::/64']))
  expect(addressOf('2001:db8:0:8::1')).not.toBe('2001:db8:0:7::/64')
  expect(addressOf('::1')).toBe('0:0:0:0::/64')
})
