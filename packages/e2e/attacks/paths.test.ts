import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { useAttackedRelay } from './kit/attacked.ts'
import { onDuty, signIn } from './kit/operators.ts'
import { asking, visit } from './kit/people.ts'
import { exchange } from './kit/raw.ts'

const relay = useAttackedRelay()

const traversals = [
  '/../settings.json',
  '/../../../../../../etc/passwd',
  '/assets/../../main.js',
  '/assets/../../../package.json',
  '/assets/..%2f..%2fmain.js',
  '/assets/%2e%2e/%2e%2e/main.js',
  '/assets/%2e%2e%2f%2e%2e%2fmain.js',
  '/assets/.%2e/.%2e/main.js',
  '/assets/%252e%252e/%252e%252e/main.js',
  '/assets/..%252f..%252fmain.js',
  '/assets/..\\..\\main.js',
  '/assets/..%5c..%5cmain.js',
  '/assets/%5c..%5c..%5cmain.js',
  '/assets/....//....//main.js',
  '/assets/..;/..;/main.js',
  '/assets/%c0%ae%c0%ae/%c0%ae%c0%ae/main.js',
  '/assets/%e0%80%ae%e0%80%ae/main.js',
  '/assets/..%00/..%00/main.js',
  '/assets/main.js%00.css',
  '/assets//../..//main.js',
  '/assets/./../../main.js',
  '/inbox/../../main.js',
  '/inbox/assets/../../../main.js',
  '/inbox/%2e%2e/%2e%2e/builds.json',
  '/inbox//etc/passwd',
  '/assets/file:///etc/passwd',
  '/assets/C:\\windows\\win.ini',
  '/assets/.git/config',
  '/inbox/.env',
]

describe('R18 a path that climbs', () => {
  it('is tried in 29 forms', () => expect(new Set(traversals).size).toBe(29))

  it.each(traversals)('gives nothing outside the public folder: %s', async (path) => {
    const answer = await exchange(relay().url, [`GET ${path} HTTP/1.1`, 'Host: x'])
    expect(answer).toMatch(/^HTTP\/1\.1 (301|400|403|404) /)
    expect(answer).not.toMatch(/root:|deskbell cannot start|"dependencies"|passwordHash|widget-manifest|"files"/)
  })

  it('gives neither the store nor the settings by their names', async () => {
    for (const name of [
      'settings.json',
      'operators.json',
      'conversations.db',
      'conversations.db-wal',
      'lock.db',
      'commands.secret',
    ]) {
      for (const folder of ['/', '/data/', '/inbox/', '/assets/', '/inbox/assets/']) {
        const response = await fetch(relay().url + folder + name)
        expect([folder + name, response.status]).toEqual([folder + name, 404])
      }
    }
    expect(readFileSync(join(relay().dataFolder, 'operators.json'), 'utf8')).toContain('passwordHash')
  })
})

describe('R19 bad input', () => {
  const telltale =
    /node_modules|\.js:|at \w+ \(|\/tmp|\/home|\/root|[A-Z]\w*Error|express|socket\.io\/\d|node\/|sqlite/i

  it.each([
    ['POST', '/api/session', '{"email":'],
    ['POST', '/api/session', '[]'],
    ['POST', '/api/session', '"text"'],
    ['POST', '/api/session', `{"email":"${'x'.repeat(40_000)}"}`],
    ['POST', '/api/feedback', 'null'],
    ['POST', '/api/join', '{"token":{"$gt":""}}'],
    ['GET', '/api/desk?locale=%E0%A4%A', undefined],
    ['GET', '/api/search?locale=en&q[]=x&q[]=y', undefined],
    ['GET', '/api/entries?locale[__proto__]=en', undefined],
    ['GET', '/assets/%E0%A4%A', undefined],
    ['GET', '/inbox/%', undefined],
    ['GET', '/socket.io/?EIO=9&transport=polling', undefined],
    ['GET', '/socket.io/?EIO=4&transport=carrier-pigeon', undefined],
    ['POST', '/socket.io/?EIO=4&transport=polling&sid=none', '4x'],
    ['PATCH', '/api/settings', '{}'],
    ['DELETE', '/healthz', ''],
  ])('shows nothing of the machine: %s %s %s', async (method, path, body) => {
    const headers = { 'content-type': 'application/json' }
    const response = await fetch(relay().url + path, { method, headers, ...(body !== undefined && { body }) })
    const text = await response.text()
    expect(response.status).toBeGreaterThanOrEqual(400)
    expect(response.status).toBeLessThan(500)
    expect(text).not.toMatch(telltale)
    expect(text.length).toBeLessThan(100)
  })

  it('as no HTTP at all shows nothing either', async () => {
    for (const line of ['\u0000\u0001\u0002', 'GET', 'GET / HTTP/9.9', 'BREW /coffee HTTP/1.1']) {
      expect(await exchange(relay().url, [line])).not.toMatch(telltale)
    }
  })

  it('as an odd event neither', async () => {
    const mara = await onDuty(relay().url, await signIn(relay().url))
    const { socket } = await asking(relay().url, 'Hello')
    for (const event of ['', 'x'.repeat(1_000), '__proto__', 'constructor', 'toString', 'disconnecting ', '$gt']) {
      expect(await socket.emitWithAck(event, {})).toEqual({ ok: false, refusal: 'malformed' })
    }
    mara.close()
  })

  it('below the protocol ends the connection and no other', async () => {
    const steady = await visit(relay().url)
    for (const packet of [
      '2/visitor,[',
      '51-/visitor,["message:send",{"_placeholder":true,"num":99}]x',
      '5999999999-/visitor,["message:send"]',
      '2/visitor,{"length":1}',
      '9',
    ]) {
      const { socket } = await visit(relay().url)
      const ended = new Promise((resolve) => socket.once('disconnect', resolve))
      socket.io.engine.write(packet)
      expect([packet, await ended]).toEqual([packet, expect.any(String)])
    }
    expect(steady.socket.connected).toBe(true)
  })
})
