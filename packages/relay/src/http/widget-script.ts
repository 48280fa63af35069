import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import { launcherWords } from '@deskbell/locales/launcher'
import { protocolVersion, type Settings } from '@deskbell/protocol'
import type { RequestHandler } from 'express'
import { lookOf } from '../look.ts'
import { encodingFor } from './encoding.ts'

interface Script {
  settings: string
  plain: Buffer
  br: Buffer
  gzip: Buffer
  etag: string
}

/** `/widget.js`: the launcher with one constant in front, in a block, so that it makes no global. */
export function widgetScript(built: string, settings: () => Settings): RequestHandler {
  const launcher = readFileSync(join(built, 'launcher.js'), 'utf8')
  const manifest = JSON.parse(readFileSync(join(built, 'widget-manifest.json'), 'utf8')) as Record<
    string,
    { file: string }
  >
  const panel = manifest['src/panel/panel.tsx']?.file
  if (!panel) throw new Error('the widget is not built: run npm run build')
  let script: Script | undefined
  return (request, response) => {
    const constant = JSON.stringify(launcherSettings(settings(), panel))
    if (script?.settings !== constant) script = compose(constant, launcher)
    const encoding = encodingFor(request)
    response.set({ ETag: script.etag, 'Cache-Control': 'public, max-age=60', Vary: 'Accept-Encoding' })
    response.type('text/javascript; charset=utf-8')
    if (request.headers['if-none-match'] === script.etag) {
      response.status(304).end()
      return
    }
    if (encoding) response.set('Content-Encoding', encoding)
    response.end(encoding ? script[encoding] : script.plain)
  }
}

function launcherSettings(settings: Settings, panel: string) {
  const { siteName, locale, contact } = settings
  return {
    protocol: protocolVersion,
    panel,
    look: lookOf(settings),
    locale,
    words: launcherWords,
    contact,
    siteName,
  }
}

function compose(settings: string, launcher: string): Script {
  // A line separator would end the constant in old parsers, and `</script` an inlined copy.
  const safe = settings.replace(
    /[<\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )
  const plain = Buffer.from(`{const __DESKBELL__=${safe};${launcher}}`)
  const etag = `"${createHash('sha256').update(plain).digest('base64url').slice(0, 22)}"`
  return { settings, plain, br: brotliCompressSync(plain), gzip: gzipSync(plain), etag }
}
