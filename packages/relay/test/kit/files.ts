import { join } from 'node:path'
import type { StoredFile } from '@deskbell/protocol'
import sharp, { type Metadata } from 'sharp'
import type { TestRelay } from './relay.ts'

interface Shot {
  width?: number
  height?: number
  format?: 'jpeg' | 'png' | 'webp' | 'gif'
  background?: string
  /** As EXIF numbers them: 6 was held upright. */
  orientation?: number
}

/** A picture of one colour, with the place where it was taken in its EXIF. Made without reading one: the relay restricts that. */
export function photo(shot: Shot = {}): Promise<Buffer> {
  const { width = 60, height = 40, format = 'jpeg', background = '#345', orientation = 1 } = shot
  return sharp({ create: { width, height, channels: 3, background } })
    .withMetadata({ orientation })
    .withExifMerge({ IFD0: { Copyright: 'Mara Quillfeather' }, IFD3: { GPSLatitude: '46/1 3/1 0/1' } })
    .toFormat(format)
    .toBuffer()
}

/** What the relay keeps of a picture. */
export function kept({ dataFolder }: TestRelay, id: string): Promise<Metadata> {
  return sharp(join(dataFolder, 'files', id)).metadata()
}

export interface Uploaded {
  status: number
  body: StoredFile & { refusal?: string }
}

/** Sends the bytes of a file as the widget does (by a token) or as the inbox (to a conversation, by Anna's cookie). */
export async function upload(
  relay: TestRelay,
  by: { token: string } | { conversationId: string; cookie?: string },
  name: string,
  bytes: Uint8Array | string,
): Promise<Uploaded> {
  const isVisitor = 'token' in by
  const path = isVisitor ? '/api/files' : `/api/conversations/${by.conversationId}/files`
  const response = await fetch(`${relay.url}${path}?${new URLSearchParams({ name })}`, {
    method: 'POST',
    headers: isVisitor
      ? { authorization: `Bearer ${by.token}` }
      : { cookie: by.cookie ?? relay.annasCookie, origin: relay.url },
    body: typeof bytes === 'string' ? bytes : new Blob([new Uint8Array(bytes)]),
  })
  return { status: response.status, body: (await response.json()) as Uploaded['body'] }
}

/** What a browser gets of a file. */
export async function fetchFile(relay: TestRelay, id: string, of = '') {
  const response = await fetch(`${relay.url}/files/${id}${of}`)
  return { status: response.status, headers: response.headers, bytes: Buffer.from(await response.arrayBuffer()) }
}
