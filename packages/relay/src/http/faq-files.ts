import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Settings } from '@deskbell/protocol'
import type { RequestHandler } from 'express'
import { lookProperties } from '../look.ts'
import { fingerprint, type Packed, pack, sendPacked } from './packed.ts'

/** What has the owner's look in front, and of which element. */
const looking: Readonly<Record<string, string>> = { 'page.css': ':root', 'block.css': ':host' }
const types: Readonly<Record<string, string>> = { css: 'text/css', js: 'text/javascript' }
const names = ['page.css', 'page.js', 'block.css', 'block.js']

export interface FaqFiles {
  /** The name with what it holds now, so that it may be kept for good: `page.css?v=…`. */
  address(name: string): string
  /** Serves them; leaves other paths to the next. */
  serve: RequestHandler
}

/** Style sheets and scripts of the FAQ's pages and blocks. `built`: the folder main.js lies in. */
export function createFaqFiles(built: string, settings: () => Settings): FaqFiles {
  const contents = new Map(names.map((name) => [name, readFileSync(join(built, 'faq', name), 'utf8')]))
  const packed = new Map<string, Packed & { text: string; version: string }>()

  function fileNow(name: string) {
    const root = looking[name]
    const text = `${root ? rule(root, lookProperties(settings())) : ''}${contents.get(name) ?? ''}`
    const known = packed.get(name)
    if (known?.text === text) return known
    const file = { text, version: fingerprint(text).slice(0, 8), ...pack(text) }
    packed.set(name, file)
    return file
  }

  return {
    address: (name) => `${name}?v=${fileNow(name).version}`,
    serve(request, response, next) {
      const name = request.path.slice(1)
      if (!contents.has(name)) return next()
      const file = fileNow(name)
      const isVersioned = request.query.v === file.version
      const cacheControl = isVersioned ? 'public, max-age=31536000, immutable' : 'public, max-age=60'
      response.set({ 'Access-Control-Allow-Origin': '*', 'Cross-Origin-Resource-Policy': 'cross-origin' })
      response.type(`${types[name.split('.')[1] ?? '']}; charset=utf-8`)
      sendPacked(request, response, { packed: file, cacheControl })
    },
  }
}

function rule(selector: string, properties: Record<string, string>): string {
  const declared = Object.entries(properties).map(([name, value]) => `${name}:${value}`)
  return `${selector}{${declared.join(';')}}`
}
