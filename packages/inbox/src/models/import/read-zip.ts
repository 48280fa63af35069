import { type Locale, limits } from '@deskbell/protocol'
import { unzipSync } from 'fflate'
import { wording } from '../wording.ts'
import { decode } from './decode.ts'
import { markdownEntry } from './markdown-file.ts'
import type { Piece, ReadFile } from './pieces.ts'
import { tooLarge } from './too-large.ts'

/** Reads a folder of Markdown (`markdownEntry`). How much its files hold together is bounded before they are unpacked. */
export function readZip(bytes: Uint8Array, locale: Locale): ReadFile {
  let size = 0
  const files = unzipped(bytes, ({ name, originalSize }) => {
    if (!isMarkdown(name)) return false
    size += originalSize
    return size <= limits.importBytes
  })
  if (!files) return { why: wording('entryImport.notAZip') }
  if (size > limits.importBytes) return { why: tooLarge(size) }
  const paths = Object.keys(files)
  const top = sharedTop(paths)
  const pieces: Piece[] = []
  for (const path of paths) {
    const text = decode(files[path])
    if (text === undefined) return { why: wording('entryImport.fileNotUtf8', { path }) }
    const entry = markdownEntry(path.slice(top.length), text, locale)
    pieces.push({ at: wording('entryImport.file', { path }), entry })
  }
  return pieces.length > 0 ? { pieces } : { why: wording('entryImport.noMarkdown') }
}

/** What a Mac puts beside the files is hidden or in a folder of its own. */
function isMarkdown(name: string): boolean {
  return /\.(md|markdown)$/i.test(name) && !/(^|\/)(\.|__MACOSX\/)/.test(name)
}

/** `fflate` gives each file the room that the archive says it needs, and no more. */
function unzipped(bytes: Uint8Array, filter: (file: { name: string; originalSize: number }) => boolean) {
  try {
    return unzipSync(bytes, { filter })
  } catch {
    // Whatever it stumbled over, the archive is not whole.
    return undefined
  }
}

/** The folder that was zipped, where that is no language. */
function sharedTop([first = '', ...others]: readonly string[]): string {
  const top = /^[^/]{3,}\//.exec(first)?.[0] ?? ''
  return others.every((path) => path.startsWith(top)) ? top : ''
}
