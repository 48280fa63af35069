// Checks the rules of the house that the type checker and Biome cannot: who imports whom, how big things grow, what no file may hold.
import { pathToFileURL } from 'node:url'
import { checkCycles } from './structure/cycles.mjs'
import { listFiles, readDoors } from './structure/files.mjs'
import { checkForbidden } from './structure/forbidden.mjs'
import { checkImports } from './structure/imports.mjs'
import { checkMeasures } from './structure/measures.mjs'
import { checkStyles } from './structure/styles.mjs'
import { parseFile } from './structure/syntax.mjs'

/** Every complaint about the tree below `root`, as `{ path, line, rule, message }`, ordered by place. */
export function checkStructure(root) {
  const { code, styles } = listFiles(root)
  const parsed = code.map(parseFile)
  const files = parsed.filter((file) => file.errors.length === 0)
  const complaints = [
    ...parsed.filter((file) => file.errors.length > 0).map(unreadable),
    ...checkImports(files, readDoors(root)),
    ...checkCycles(files),
    ...checkMeasures(files, styles),
    ...checkForbidden(files),
    ...checkStyles(styles),
  ]
  return complaints.sort((a, b) => a.path.localeCompare(b.path) || a.line - b.line)
}

function unreadable({ path, errors }) {
  return { path, line: 1, rule: 'syntax', message: errors[0].message }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const complaints = checkStructure(process.cwd())
  for (const { path, line, rule, message } of complaints) console.error(`${path}:${line}  ${rule}  ${message}`)
  if (complaints.length > 0) {
    console.error(`\n${complaints.length} complaints. The rules: tools/README.md`)
    process.exitCode = 1
  }
}
