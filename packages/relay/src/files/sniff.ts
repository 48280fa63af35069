import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'

/** What a file is by its bytes; its name and what its sender calls it do not count. */
export type Sniffed = 'image/jpeg' | 'image/png' | 'image/gif' | 'image/webp' | 'application/pdf' | 'text/plain'

/** By how each begins (WHATWG MIME Sniffing, sections 6.1 and 7.1). */
const beginnings: readonly [Sniffed, ...string[]][] = [
  ['image/png', '\x89PNG\r\n\x1a\n'],
  ['image/jpeg', '\xff\xd8\xff'],
  ['image/gif', 'GIF87a', 'GIF89a'],
  ['application/pdf', '%PDF-'],
]
const webp = ['RIFF', 'WEBPVP'] as const

/** Undefined: nothing that is taken. */
export async function sniff(path: string): Promise<Sniffed | undefined> {
  const beginning = await firstBytes(path)
  if (beginning.startsWith(webp[0]) && beginning.startsWith(webp[1], 8)) return 'image/webp'
  const [known] = beginnings.find(([, ...ways]) => ways.some((way) => beginning.startsWith(way))) ?? []
  return known ?? ((await isPlainText(path)) ? 'text/plain' : undefined)
}

async function firstBytes(path: string): Promise<string> {
  const file = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(16), 0, 16, 0)
    return buffer.toString('latin1', 0, bytesRead)
  } finally {
    await file.close()
  }
}

/** In UTF-8, without what no text has, and no markup: what begins with `<` some program may take for HTML, SVG or XML. */
async function isPlainText(path: string): Promise<boolean> {
  const decoder = new TextDecoder('utf-8', { fatal: true })
  let begun = ''
  try {
    for await (const chunk of createReadStream(path)) {
      const text = decoder.decode(chunk as Buffer, { stream: true })
      if (unprintable.test(text)) return false
      if (begun === '') begun = text.trimStart()
      if (begun.startsWith('<')) return false
    }
    decoder.decode()
  } catch (error) {
    if (error instanceof TypeError) return false
    throw error
  }
  return begun !== ''
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what tells other files from texts.
const unprintable = /[\0-\x08\x0b\x0e-\x1a\x1c-\x1f]/
