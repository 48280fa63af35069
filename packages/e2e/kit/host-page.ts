import { existsSync, readFileSync, statSync } from 'node:fs'
import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { extname, join, normalize, sep } from 'node:path'
import { afterAll, beforeAll } from 'vitest'

/** A page of a shop: HTML and the headers it is served with, such as a content security policy. */
export interface HostPage {
  readonly html: string
  readonly headers?: Readonly<Record<string, string>>
}

/** A second web server, as the shop is one: another port, so another origin than the relay's. */
export interface Host {
  /** The origin, such as `http://127.0.0.1:40124`. */
  readonly url: string
  /** Serves a page at a path from now on, in place of an earlier one. Returns its whole address. */
  readonly serve: (path: string, page: HostPage | string) => string
  /** Serves the built files of a folder below a path, their `../widget.js` being that of the relay at `relayUrl`. */
  readonly serveFolder: (path: string, folder: string, relayUrl: string) => string
  readonly close: () => Promise<void>
}

interface Folder {
  readonly path: string
  readonly folder: string
  readonly relayUrl: string
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.webp': 'image/webp',
  '.json': 'application/json',
}

/** Starts a host on a free port; whoever starts it closes it. */
async function startHost(): Promise<Host> {
  const pages = new Map<string, HostPage>()
  const folders: Folder[] = []
  const server = createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? '/', 'http://host').pathname)
    const page = pages.get(path)
    if (page) return send(response, 200, { 'content-type': types['.html'] ?? '', ...page.headers }, page.html)
    const folder = folders.find((one) => path.startsWith(one.path))
    return folder ? sendFile(response, folder, path) : send(response, 404, {}, '')
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return {
    url,
    serve(path, page) {
      pages.set(path, typeof page === 'string' ? { html: page } : page)
      return url + path
    },
    serveFolder(path, folder, relayUrl) {
      if (!existsSync(folder)) throw new Error(`Nothing is built in ${folder}: run npm run build`)
      folders.push({ path, folder, relayUrl })
      return url + path
    },
    close: () =>
      new Promise((closed) => {
        server.close(() => closed())
        server.closeAllConnections()
      }),
  }
}

/** One host for a test file, gone after its last test. */
export function useHost() {
  let host: Host | undefined
  beforeAll(async () => {
    host = await startHost()
  })
  afterAll(async () => {
    await host?.close()
  })
  return () => {
    if (!host) throw new Error('The host starts before the first test: ask for it inside tests')
    return host
  }
}

function sendFile(response: ServerResponse, { path, folder, relayUrl }: Folder, asked: string) {
  const file = fileIn(folder, asked.slice(path.length))
  if (file === undefined) return send(response, 404, {}, '')
  const headers = { 'content-type': types[extname(file)] ?? 'application/octet-stream' }
  if (extname(file) !== '.html') return send(response, 200, headers, readFileSync(file))
  const html = readFileSync(file, 'utf8').replaceAll('src="../widget.js"', `src="${relayUrl}/widget.js"`)
  return send(response, 200, headers, html)
}

function fileIn(folder: string, path: string): string | undefined {
  const asked = normalize(join(folder, path))
  if (asked !== normalize(folder) && !asked.startsWith(normalize(folder).replace(/[\\/]?$/, sep))) return undefined
  const candidates = [asked, join(asked, 'index.html'), `${asked}.html`]
  return candidates.find((candidate) => existsSync(candidate) && statSync(candidate).isFile())
}

function send(response: ServerResponse, status: number, headers: Record<string, string>, body: string | Buffer) {
  response.writeHead(status, headers).end(body)
}

/** A plain page that has the widget's script tag. `body` comes before it; `attributes` are the tag's own, such as `data-locale`. */
export function shopPage(relayUrl: string, { head = '', body = '<h1>Shop</h1>', attributes = '', lang = 'en' } = {}) {
  return `<!doctype html>
<html lang="${lang}">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Shop</title>
    <link rel="icon" href="data:,">
    ${head}
  </head>
  <body>
    <main>${body}</main>
    <script async src="${relayUrl}/widget.js" ${attributes}></script>
  </body>
</html>`
}
