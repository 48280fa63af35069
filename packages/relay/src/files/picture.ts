import { rm } from 'node:fs/promises'
import { type FileType, fileLimits } from '@deskbell/protocol'
import type { OutputInfo, Sharp } from 'sharp'

export interface Picture {
  type: Extract<FileType, `image/${string}`>
  bytes: number
  size: { width: number; height: number }
}

/** The longer edge, in pixels: enough to read a photographed letter; and of what a message shows, at twice its width. */
const edge = 2_560
const thumbnailEdge = 640
/** How long one may take, in s. */
const patience = 20

/** Only these of the library's readers, whatever the bytes are: its others read SVG, PDF, TIFF … (libvips, "operation block"). */
const readers = ['Jpeg', 'Png', 'Webp', 'Nsgif'].map((format) => `VipsForeignLoad${format}File`)

/** Loaded with the first picture: a relay without pictures has no need of it. */
let loading: Promise<typeof import('sharp').default> | undefined
function library() {
  loading ??= import('sharp').then(({ default: sharp }) => {
    // One at a time, on one thread: conversations go on beside it.
    sharp.cache(false)
    sharp.concurrency(1)
    sharp.block({ operation: ['VipsForeignLoad'] })
    sharp.unblock({ operation: readers })
    return sharp
  })
  return loading
}

/**
 * Writes a picture anew, upright, not too large and without anything else that its file held (place, camera, a second file),
 * and a small one of it. Undefined: the bytes are no such picture, or it is one that fills the memory.
 */
export async function writePicture(
  from: string,
  to: { picture: string; thumbnail: string },
  isPhoto: boolean,
): Promise<Picture | undefined> {
  const sharp = await library()
  try {
    const given = sharp(from, { animated: !isPhoto, limitInputPixels: fileLimits.picturePixels, failOn: 'error' })
    const info = await write(given.autoOrient(), { edge, isPhoto }, to.picture)
    await write(sharp(to.picture), { edge: thumbnailEdge, isPhoto: false }, to.thumbnail)
    const { width, height, pageHeight = height, size } = info
    return { type: isPhoto ? 'image/jpeg' : 'image/webp', bytes: size, size: { width, height: pageHeight } }
  } catch (error) {
    await Promise.all([to.picture, to.thumbnail].map((path) => rm(path, { force: true })))
    if ((error as { code?: string }).code === undefined && error instanceof Error) return undefined
    throw error
  }
}

function write(image: Sharp, as: { edge: number; isPhoto: boolean }, path: string): Promise<OutputInfo> {
  const sized = image
    .resize({ width: as.edge, height: as.edge, fit: 'inside', withoutEnlargement: true })
    .timeout({ seconds: patience })
  return (as.isPhoto ? sized.jpeg({ quality: 84 }) : sized.webp({ quality: 84, effort: 2 })).toFile(path)
}
