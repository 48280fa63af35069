import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

const notOurs = new Set(['node_modules', 'dist', '.types', '.git', 'coverage', 'data'])
const code = /\.(ts|tsx|mts|js|mjs)$/
const style = /\.css$/

/**
 * Every source and style file below the root, with the room it lives in.
 * `home` is the folder a file may not reach out of by a relative path; `kind` is `src`, `test`, `bench` or `config`
 * (files that build a package and do not ship with it).
 */
export function listFiles(root) {
  const paths = walk(root, '').sort()
  const at = (path) => ({ path, ...place(path), text: readFileSync(join(root, path), 'utf8') })
  return {
    code: paths.filter((path) => code.test(path)).map(at),
    styles: paths.filter((path) => style.test(path)).map(at),
  }
}

function walk(root, folder) {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = folder ? `${folder}/${entry.name}` : entry.name
    if (entry.isDirectory()) return notOurs.has(entry.name) ? [] : walk(root, path)
    return entry.isFile() ? [path] : []
  })
}

function place(path) {
  const [top, name = '', folder] = path.split('/')
  const kind = /\.test\.\w+$/.test(path)
    ? 'test'
    : ({ src: 'src', test: 'test', bench: 'bench' }[folder ?? ''] ?? 'config')
  if (top === 'packages') return { room: name, home: `packages/${name}`, kind }
  if (top === 'examples') return { room: 'examples', home: `examples/${name}`, kind }
  if (top === 'tools') return { room: 'tools', home: 'tools', kind: /\.test\.\w+$/.test(path) ? 'test' : 'config' }
  return { room: 'root', home: '', kind: 'config' }
}

/** The doors of every package: the keys of `exports` in its package.json, such as `.` and `./http`. */
export function readDoors(root) {
  const doors = new Map()
  for (const path of walk(root, '').filter((path) => /^packages\/[^/]+\/package\.json$/.test(path))) {
    const { exports = {} } = JSON.parse(readFileSync(join(root, path), 'utf8'))
    doors.set(path.split('/')[1], typeof exports === 'string' ? ['.'] : Object.keys(exports))
  }
  return doors
}
