import { isBuiltin } from 'node:module'
import { posix } from 'node:path'
import { extraInTests, rooms } from './rooms.mjs'

const scope = '@deskbell/'

/** Complains about every import that leaves its room by another way than the table of rooms and the packages' doors allow. */
export function checkImports(files, doors) {
  return files.flatMap((file) =>
    file.imports.flatMap(({ specifier, line }) =>
      complaintsAbout(file, specifier, doors).map(([rule, message]) => ({ path: file.path, line, rule, message })),
    ),
  )
}

function complaintsAbout(file, specifier, doors) {
  if (isRelative(specifier)) return aboutRelative(file, specifier)
  if (specifier.startsWith(scope)) return aboutPackage(file, specifier, doors)
  if (file.kind !== 'src' || !Object.hasOwn(rooms, file.room)) return []
  const room = rooms[file.room]
  if (isBuiltin(specifier)) {
    return room.node ? [] : [['no-node', `${file.room} runs in browsers or is pure: it may not import '${specifier}'`]]
  }
  const library = libraryOf(specifier)
  if (room.libraries.includes(library)) return []
  const owners = Object.keys(rooms).filter((name) => rooms[name].libraries.includes(library))
  const hint = owners.length > 0 ? `it belongs to ${owners.join(', ')}` : 'it has no owner in tools/structure/rooms.mjs'
  return [['library-owner', `${file.room} may not import '${library}': ${hint}`]]
}

function aboutRelative(file, specifier) {
  const target = resolveRelative(file.path, specifier)
  const inside = file.home === '' || target === file.home || target.startsWith(`${file.home}/`)
  if (!inside && Object.hasOwn(rooms, file.room)) {
    return [['front-door', `'${specifier}' leaves ${file.home}: enter a package by its name`]]
  }
  if (!inside && /^packages\/[^/]+\/src(\/|$)/.test(target)) {
    return [['built-only', `'${specifier}' reaches into a package's sources: use what is built`]]
  }
  const ownIndex = file.kind === 'src' && /\/index\.tsx?$/.test(target)
  return ownIndex ? [['own-index', `'${specifier}' is an index: import the file that has the thing`]] : []
}

function aboutPackage(file, specifier, doors) {
  const [name = '', ...rest] = withoutQuery(specifier).slice(scope.length).split('/')
  const door = rest.length > 0 ? `./${rest.join('/')}` : '.'
  const found = []
  if (!(doors.get(name) ?? []).some((known) => opens(known, door))) {
    found.push(['front-door', `'${specifier}' is not among the exports of packages/${name}`])
  }
  // The widget's one door is what shops install.
  if (file.room === 'e2e' || (file.room === 'examples' && name !== 'widget')) {
    found.push(['built-only', `${file.room} uses only what is built: it may not import '${specifier}'`])
  }
  if (Object.hasOwn(rooms, file.room) && !mayImport(file, name)) {
    found.push(['import-direction', `${file.room} (${file.kind}) may not import '${specifier}'`])
  }
  return found
}

function mayImport(file, name) {
  if (rooms[file.room].packages.includes(name)) return true
  if (file.kind === 'src') return false
  return name === file.room || (extraInTests[file.room] ?? []).includes(name)
}

function opens(known, door) {
  const [before, after] = known.split('*')
  if (after === undefined) return known === door
  return door.startsWith(before) && door.endsWith(after) && door.length > before.length + after.length
}

const isRelative = (specifier) => /^\.{1,2}(\/|$)/.test(specifier)

const withoutQuery = (specifier) => specifier.replace(/\?.*$/, '')

const libraryOf = (specifier) =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/')

/** The path, from the root, that a relative import in the file at `path` means; a query such as `?inline` is dropped. */
export function resolveRelative(path, specifier) {
  return posix.join(posix.dirname(path), withoutQuery(specifier))
}
