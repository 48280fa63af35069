import { readdirSync } from 'node:fs'
import { extname, join, posix } from 'node:path'
import express, { type RequestHandler } from 'express'
import { encodingFor } from './encoding.ts'

const types: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.json': 'application/json; charset=utf-8',
}

/**
 * Files of one public folder, as `.br` or `.gz` where they lie beside and the browser takes them.
 * Only names seen at start are ever answered compressed; dotfiles are denied.
 */
export function staticFiles(folder: string, cacheControl: string): RequestHandler[] {
  const compressed = new Set(filesOf(folder).filter((name) => name.endsWith('.br') || name.endsWith('.gz')))
  const serve = express.static(folder, {
    dotfiles: 'deny',
    redirect: false,
    index: 'index.html',
    cacheControl: false,
    setHeaders: (response) => void response.setHeader('Cache-Control', cacheControl),
  })
  return [addSlash, negotiate(compressed), serve]
}

/** A page finds its files from behind the slash. Sent there by a relative address: a proxy may have taken a path off the front. */
export const addSlash: RequestHandler = (request, response, next) => {
  const isWithout = request.path === '/' && !request.originalUrl.split('?')[0]?.endsWith('/')
  if (isWithout) response.redirect(`${posix.basename(request.baseUrl)}/`)
  else next()
}

function negotiate(compressed: ReadonlySet<string>): RequestHandler {
  return (request, response, next) => {
    const path = request.path.endsWith('/') ? `${request.path}index.html` : request.path
    const encoding = encodingFor(request)
    const name = `${path.slice(1)}.${encoding === 'gzip' ? 'gz' : 'br'}`
    response.vary('Accept-Encoding')
    if (encoding && compressed.has(name)) {
      response.type(types[extname(path)] ?? 'application/octet-stream')
      response.set('Content-Encoding', encoding)
      request.url = `/${name}`
    }
    next()
  }
}

function filesOf(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) =>
      posix.join(
        join(entry.parentPath, entry.name)
          .slice(folder.length + 1)
          .split('\\')
          .join('/'),
      ),
    )
}
