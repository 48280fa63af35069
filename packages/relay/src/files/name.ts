import { cleanLine, type FileType, fileLimits } from '@deskbell/protocol'

/** Endings that a type goes by, the usual one first. */
const endings: Record<FileType, readonly [string, ...string[]]> = {
  'image/jpeg': ['jpg', 'jpeg'],
  'image/webp': ['webp'],
  'application/pdf': ['pdf'],
  'text/plain': ['txt', 'csv'],
}

/** A picture's ending goes when the relay writes it anew as another type. */
const pictureEnding = /\.(png|jpe?g|gif|webp|heic)$/i

/** What parts folders, is a drive's or a pattern's, or hides a file. */
const reserved = /[\\/:*?"<>|]/g

/** A name that is good on every system, without a path, and with an ending of its type, so that no program takes it for another. */
export function nameFor(given: string, type: FileType): string {
  const [usual, ...others] = endings[type]
  const name = cleanLine(given.replace(reserved, ' ')).replace(/^[.\s]+/, '')
  const ending = /\.([^.]+)$/.exec(name)?.[1]?.toLowerCase() ?? ''
  const isFitting = [usual, ...others].includes(ending)
  const kept = isFitting ? ending : usual
  const stem = isFitting ? name.slice(0, -ending.length - 1) : name.replace(pictureEnding, '')
  const room = fileLimits.nameLength - kept.length - 1
  return `${cleanLine(stem.slice(0, room)) || 'file'}.${kept}`
}
