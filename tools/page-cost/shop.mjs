import { existsSync, readFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join, sep } from 'node:path'

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
}

/** A page of the shop as its owner has it: with the widget of the relay at `relayUrl`, or without any. */
export function asOwned(html, relayUrl) {
  const snippet = /<script[^>]*src="[^"]*widget\.js"[^>]*><\/script>/
  if (!snippet.test(html)) throw new Error('the page of the shop has no snippet')
  return html.replace(snippet, relayUrl === undefined ? '' : `<script async src="${relayUrl}/widget.js"></script>`)
}

/** The shop on an origin of its own, on a free port; `?without` serves a page without the snippet. */
export async function startShop(root, relayUrl) {
  const folder = join(root, 'examples/plain-shop/dist')
  const server = createServer((request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://shop')
    const file = join(folder, pathname)
    if (!file.startsWith(folder + sep) || !existsSync(file)) return response.writeHead(404).end()
    response.setHeader('content-type', types[extname(file)] ?? 'application/octet-stream')
    const body = readFileSync(file)
    if (extname(file) !== '.html') return response.end(body)
    response.end(asOwned(body.toString(), searchParams.has('without') ? undefined : relayUrl()))
  })
  await new Promise((listening) => server.listen(0, '127.0.0.1', listening))
  return { url: `http://127.0.0.1:${server.address().port}`, stop: () => server.close() }
}
