import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'
import { checkStructure } from '../check-structure.mjs'

/** Writes `{ path: content }` below a new folder that goes when the running test ends, and returns the folder. */
export function plant(files) {
  const root = mkdtempSync(join(tmpdir(), 'deskbell-tree-'))
  onTestFinished(() => rmSync(root, { recursive: true }))
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), content)
  }
  return root
}

/** The complaints about a planted tree, each as `path:line rule`. */
export function complaints(files) {
  return checkStructure(plant(files)).map(({ path, line, rule }) => `${path}:${line} ${rule}`)
}

/** The package.json of a package with these doors. */
export const doors = (...names) =>
  JSON.stringify({ exports: Object.fromEntries(names.map((name) => [name, './x.js'])) })
