import type { Refusal } from './refusals.ts'

/** A v4 UUID. Whoever knows it may fetch the file, at `/files/ID`; of a picture a small one too, at `/files/ID/thumbnail`. */
export type FileId = string

/** What a file can be, told from its bytes alone. Pictures are written anew by the relay. */
export type FileType = 'image/jpeg' | 'image/webp' | 'application/pdf' | 'text/plain'

/** A file as the relay keeps it. `name`: with the ending that fits its type. `size`: of a picture, in its own pixels. */
export interface StoredFile {
  id: FileId
  name: string
  type: FileType
  bytes: number
  size?: { width: number; height: number }
}

export interface DeletedFile {
  id: FileId
  isDeleted: true
}

export type Attached = StoredFile | DeletedFile

/** `relay`: its address, with a slash behind a path. */
export function fileUrl(relay: string, id: FileId, of?: 'thumbnail'): string {
  return new URL(`./files/${id}${of ? `/${of}` : ''}`, relay).href
}

/** Apart from the other limits, as most pages never need them. `picturePixels`: of all frames, a phone's 50 megapixels. Times in ms. */
export const fileLimits = {
  bytes: 10 * 1024 * 1024,
  nameLength: 100,
  inMessage: 10,
  inConversation: 200,
  /** Of one side of a conversation. */
  anHour: 30,
  picturePixels: 52_000_000,
  /** What no message names by then is deleted. */
  unsent: 3_600_000,
  uploadTimeout: 300_000,
} as const

/** What a browser lets choose from. Where JPEG is named, phones turn their own kind of pictures into it, and offer the camera. */
export const fileOffer = 'image/jpeg,image/png,.gif,.webp,.pdf,.txt,.csv'

/** As browsers name them; a table as text is Excel's on Windows. What has no name may be any. */
const taken = /^(image\/(jpeg|png|gif|webp)|application\/(pdf|vnd.ms-excel)|text\/(plain|csv)|)$/

/** What is known without asking; the relay looks at the bytes. */
export function whyNotSent({ size, type }: { size: number; type: string }): Refusal | undefined {
  if (size > fileLimits.bytes) return 'file-too-large'
  if (size === 0) return 'file-damaged'
  return taken.test(type) ? undefined : 'file-type'
}
