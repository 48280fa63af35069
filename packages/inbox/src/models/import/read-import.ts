import type { Entry, Locale } from '@deskbell/protocol'
import { wording } from '../wording.ts'
import { readCsv } from './csv.ts'
import { decode } from './decode.ts'
import { joinPieces, type ReadFile, type ReadImport } from './pieces.ts'
import { readJson } from './read-json.ts'
import { readPage } from './read-page.ts'
import { readZip } from './read-zip.ts'

export interface ReadGiven {
  bytes: Uint8Array
  /** The language of what names none. */
  locale: Locale
  /** The entries there are. */
  known: readonly Entry[]
}

/** Reads entries from JSON, CSV, a zipped folder of Markdown or the source of a page: told apart by how it begins. */
export function readImport({ bytes, locale, known }: ReadGiven): ReadImport {
  const read = readPieces(bytes, locale)
  return 'why' in read ? { kind: 'unreadable', why: read.why } : joinPieces(read.pieces, known)
}

function readPieces(bytes: Uint8Array, locale: Locale): ReadFile {
  if (bytes[0] === 0x50 && bytes[1] === 0x4b) return readZip(bytes, locale)
  const text = decode(bytes)
  if (text === undefined) return { why: wording('entryImport.notUtf8') }
  const [first] = text.trimStart()
  if (first === '[' || first === '{') return readJson(text)
  return first === '<' ? readPage(text, locale) : readCsv(text, locale)
}
