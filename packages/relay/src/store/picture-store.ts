import { randomUUID } from 'node:crypto'
import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { PictureId } from '@deskbell/protocol'
import { sync, writeSynced } from './durable-file.ts'

/** Pictures of people: a file each, never written twice. Whose it is stands in `operators.json`. */
export interface PictureStore {
  folder: string
  /** A path for what comes in. */
  newPart(): string
  /** On the disk when it returns. */
  keep(picture: Uint8Array): PictureId
  delete(id: PictureId): void
}

/** Deletes what is none of the `known`: a relay that was killed may leave it behind. */
export function openPictureStore(dataFolder: string, known: ReadonlySet<PictureId | undefined>): PictureStore {
  const folder = join(dataFolder, 'pictures')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const remove = (name: string) => rmSync(join(folder, name), { force: true })
  for (const name of readdirSync(folder)) if (!known.has(name)) remove(name)
  return {
    folder,
    newPart: () => join(folder, `${randomUUID()}.part`),
    keep(picture) {
      const id = randomUUID()
      writeSynced(join(folder, id), picture)
      sync(folder)
      return id
    },
    delete: remove,
  }
}
