import { posix } from 'node:path'

const limits = { lines: 250, styleLines: 500, functionLines: 60, componentLines: 120, exports: 8, parameters: 4 }
const commentShare = 0.2
// A short file may say in a few lines what it is for, whatever share of it that is.
const commentLinesAlways = 8

/** Complains where a file, a function or a list of parameters has grown past the measures of the house. */
export function checkMeasures(files, styles) {
  return [
    ...files.flatMap((file) => [
      ...tooLong(file, limits.lines),
      ...tooManyExports(file),
      ...tooManyComments(file),
      ...file.functions.flatMap((fn) => [...longFunction(file, fn), ...manyParameters(file, fn)]),
    ]),
    ...styles.flatMap((file) => tooLong(file, limits.styleLines)),
  ]
}

const countLines = (text) => text.replace(/\n$/, '').split('\n').length

function tooLong(file, limit) {
  const lines = countLines(file.text)
  if (lines <= limit) return []
  return [{ path: file.path, line: 1, rule: 'file-lines', message: `${lines} lines, at most ${limit}` }]
}

/** An index re-exports and decides nothing; protocol lists what travels, and its files are cut by subject, not by number. */
function tooManyExports(file) {
  const count = file.exports.length
  const listsOnly = /^index\.tsx?$/.test(posix.basename(file.path)) || file.room === 'protocol'
  if (listsOnly || count <= limits.exports) return []
  return [{ path: file.path, line: 1, rule: 'exports', message: `${count} exports, at most ${limits.exports}` }]
}

function tooManyComments(file) {
  const rows = file.text.split('\n')
  const written = countLines(file.text)
  const commented = new Set(
    file.comments
      .filter((comment) => /^\s*(\/\/|\/\*|\{\/\*)/.test(rows[comment.line - 1] ?? ''))
      .flatMap((comment) => range(comment.line, comment.lastLine)),
  ).size
  if (commented <= Math.max(commentLinesAlways, written * commentShare)) return []
  const message = `${commented} of ${written} lines are comments, at most ${commentShare * 100} %`
  return [{ path: file.path, line: 1, rule: 'comment-lines', message }]
}

const range = (from, to) => Array.from({ length: to - from + 1 }, (_, index) => from + index)

function longFunction(file, fn) {
  if (/^(describe|suite)\b/.test(fn.givenTo)) return []
  const isComponent = fn.drawsMarkup && file.path.endsWith('.tsx') && file.kind === 'src'
  const limit = isComponent ? limits.componentLines : limits.functionLines
  if (fn.lines <= limit) return []
  const rule = isComponent ? 'component-lines' : 'function-lines'
  return [{ path: file.path, line: fn.line, rule, message: `${fn.name} has ${fn.lines} lines, at most ${limit}` }]
}

function manyParameters(file, fn) {
  if (fn.parameters <= limits.parameters) return []
  const message = `${fn.name} takes ${fn.parameters} parameters, at most ${limits.parameters}: pass one object`
  return [{ path: file.path, line: fn.line, rule: 'parameters', message }]
}
