/** In pixels: more than the relay keeps, so that it has something to choose from. */
const edge = 192

/** The middle of a picture. */
export interface Square {
  bytes: Blob
  /** The same, to look at. */
  url: string
}

/** Drawn anew, so that a photo of many megabytes is small on its way. Undefined: this browser sees no picture in the file. */
export async function squareOf(file: Blob): Promise<Square | undefined> {
  const picture = await createImageBitmap(file).catch(() => undefined)
  if (!picture) return undefined
  const { width, height } = picture
  const side = Math.min(width, height)
  const canvas = document.createElement('canvas')
  canvas.width = canvas.height = edge
  const context = canvas.getContext('2d')
  if (context) {
    context.imageSmoothingQuality = 'high'
    context.drawImage(picture, (width - side) / 2, (height - side) / 2, side, side, 0, 0, edge, edge)
  }
  picture.close()
  const bytes = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve))
  return bytes ? { bytes, url: canvas.toDataURL() } : undefined
}
