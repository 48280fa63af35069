import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'

/** Below these, holes are known that Deskbell would have too (threats: SECURITY.md). */
const floors = {
  ws: '8.21.0',
  'engine.io': '6.6.9',
  'socket.io-parser': '4.2.7',
  preact: '10.28.2',
  'path-to-regexp': '8.4.0',
  vite: '8.0.5',
}

const lock = readFileSync(join(import.meta.dirname, '../../pnpm-lock.yaml'), 'utf8')

/** Every version of a package that the lock file installs. */
function lockedVersions(name) {
  const line = new RegExp(`^  '?${name.replaceAll('.', '\\.')}@(\\d+\\.\\d+\\.\\d+[^:'(]*)'?:`, 'gm')
  return [...lock.matchAll(line)].map(([, version]) => version)
}

function isAtLeast(version, floor) {
  const [own, least] = [version, floor].map((text) => text.split(/[.-]/).slice(0, 3).map(Number))
  const at = own.findIndex((part, index) => part !== least[index])
  return at === -1 ? !version.includes('-') : own[at] > least[at]
}

it.each(Object.entries(floors))('locks no %s below %s', (name, floor) => {
  const versions = lockedVersions(name)
  expect(versions).not.toEqual([])
  expect(versions.filter((version) => !isAtLeast(version, floor))).toEqual([])
})

it('counts versions as numbers, and a version before the floor’s as below it', () => {
  expect(['8.21.0', '8.21.10', '9.0.0'].every((version) => isAtLeast(version, '8.21.0'))).toBe(true)
  expect(['8.9.9', '8.20.99', '7.99.0', '8.21.0-rc.1'].some((version) => isAtLeast(version, '8.21.0'))).toBe(false)
})
