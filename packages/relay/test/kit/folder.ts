import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The files of a folder whose bytes hold one of these texts, each as `file: text`. */
export function filesWith(folder: string, texts: readonly string[]): string[] {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return names.flatMap(({ parentPath, name }) => {
    const bytes = readFileSync(join(parentPath, name))
    return texts.filter((text) => bytes.includes(text)).map((text) => `${name}: ${text}`)
  })
}
