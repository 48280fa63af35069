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
/** Of a person's: a large face on a fine screen. */
const portraitEdge = 96
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

/** One after the other, whoever sends them. */
let earlier: Promise<unknown> = Promise.resolve()
function inTurn<T>(write: () => Promise<T>): Promise<T> {
  const written = earlier.then(write)
  // Who waits behind does not mind how it went.
  earlier = written.catch(() => undefined)
  return written
}

/**
 * Writes a picture anew, upright, not too large and without anything else that its file held (place, camera, a second file),
 * and a small one of it. Undefined: the bytes are no such picture, or it is one that fills the memory.
 */
export function writePicture(from: string, to: Paths, isPhoto: boolean): Promise<Picture | undefined> {
  return inTurn(() => writeBoth(from, to, isPhoto))
}

/** The middle of a picture, square and small, without what else its file held; of one that moves, how it begins. Undefined: as above. */
export function drawPortrait(from: string): Promise<Buffer | undefined> {
  return inTurn(async () => {
    const sharp = await library()
    try {
      return await sharp(from, { limitInputPixels: fileLimits.picturePixels, failOn: 'error' })
        .autoOrient()
        .resize({ width: portraitEdge, height: portraitEdge, fit: 'cover' })
        .flatten({ background: 'white' })
        .timeout({ seconds: patience })
        .webp({ quality: 84 })
        .toBuffer()
    } catch (error) {
      return undefinedWhereDamaged(error)
    }
  })
}

type Paths = Record<'picture' | 'thumbnail', string>

async function writeBoth(from: string, to: Paths, isPhoto: boolean): Promise<Picture | undefined> {
  const sharp = await library()
  try {
    const given = sharp(from, { animated: !isPhoto, limitInputPixels: fileLimits.picturePixels, failOn: 'error' })
    const info = await write(given.autoOrient(), { edge, isPhoto }, to.picture)
    await write(sharp(to.picture), { edge: thumbnailEdge, isPhoto: false }, to.thumbnail)
    const { width, height, pageHeight = height, size } = info
    return { type: isPhoto ? 'image/jpeg' : 'image/webp', bytes: size, size: { width, height: pageHeight } }
  } catch (error) {
    await Promise.all([to.picture, to.thumbnail].map((path) => rm(path, { force: true })))
    return undefinedWhereDamaged(error)
  }
}

/** What the machine could not do, as the disk is full, has a code. */
function undefinedWhereDamaged(error: unknown): undefined {
  if ((error as { code?: string }).code !== undefined || !(error instanceof Error)) throw error
}

function write(image: Sharp, as: { edge: number; isPhoto: boolean }, path: string): Promise<OutputInfo> {
  const sized = image
    .resize({ width: as.edge, height: as.edge, fit: 'inside', withoutEnlargement: true })
    .timeout({ seconds: patience })
  return (as.isPhoto ? sized.jpeg({ quality: 84 }) : sized.webp({ quality: 84, effort: 2 })).toFile(path)
}
