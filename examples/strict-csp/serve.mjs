// One page under the strictest policy the widget works with: node serve.mjs --relay http://localhost:4600 --port 4650
import { readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { parseArgs } from 'node:util'

const { values } = parseArgs({
  options: {
    relay: { type: 'string', default: 'http://localhost:4600' },
    port: { type: 'string', default: '4650' },
  },
})
const relay = new URL(values.relay).origin
const policy = [
  `default-src 'none'`,
  `script-src ${relay}`,
  `connect-src ${relay} ${relay.replace(/^http/, 'ws')}`,
  `require-trusted-types-for 'script'`,
  `trusted-types 'none'`,
].join('; ')
const page = readFileSync(new URL('./page.html', import.meta.url), 'utf8')
  .replaceAll('RELAY', relay)
  .replaceAll('POLICY', policy.replaceAll('; ', ';\n'))

const server = createServer((request, response) => {
  if (request.url !== '/') {
    response.writeHead(404).end()
    return
  }
  response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': policy }).end(page)
})

server.listen(Number(values.port), '127.0.0.1', () => {
  const origin = `http://localhost:${server.address().port}`
  console.log(`strict-csp listening on ${origin}`)
  console.log(`The relay at ${relay} must allow this origin: DESKBELL_ORIGINS=${origin}`)
})
