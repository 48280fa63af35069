import { resolveRelative } from './imports.mjs'

/**
 * Complains once about every import cycle among the given files. Type imports count: a cycle of types is a cycle of thoughts.
 * Dynamic imports do not: that is how a later download is reached.
 */
export function checkCycles(files) {
  const known = new Map(files.map((file) => [file.path, file]))
  const done = new Set()
  const found = []
  const enter = (path, trail) => {
    if (trail.includes(path)) {
      found.push(trail.slice(trail.indexOf(path)))
      return
    }
    if (done.has(path)) return
    for (const next of neighbours(known.get(path), known)) enter(next, [...trail, path])
    done.add(path)
  }
  for (const path of known.keys()) enter(path, [])
  return found.map(complaint)
}

function neighbours(file, known) {
  const targets = file.imports
    .filter((one) => !one.lazy && one.specifier.startsWith('.'))
    .map((one) => resolveRelative(file.path, one.specifier))
  return [...new Set(targets)].filter((target) => known.has(target))
}

function complaint(cycle) {
  const [first = ''] = cycle
  return { path: first, line: 1, rule: 'import-cycle', message: [...cycle, first].join(' -> ') }
}
