import { limits } from '@deskbell/protocol'
import { type Wording, wording } from '../wording.ts'

const megabyte = 1024 * 1024

/** That so many bytes are more than is taken at once. */
export function tooLarge(size: number): Wording {
  return wording('entryImport.tooLarge', {
    size: Math.ceil(size / megabyte),
    most: Math.ceil(limits.importBytes / megabyte),
  })
}
