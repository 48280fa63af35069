import { closeSync, fsyncSync, openSync, writeFileSync } from 'node:fs'

/** Writes a file that only this account may read, and has it on the disk when it returns. */
export function writeSynced(path: string, content: string | Uint8Array): void {
  const file = openSync(path, 'w', 0o600)
  try {
    writeFileSync(file, content)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

/** Has a file, or the names in a folder, on the disk. */
export function sync(path: string): void {
  const file = openSync(path, 'r')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}
