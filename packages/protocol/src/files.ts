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
