import { posix } from 'node:path'
import { browserRooms } from './rooms.mjs'
import { calleeName } from './syntax.mjs'

const htmlSink = /\b(innerHTML|dangerouslySetInnerHTML|insertAdjacentHTML|document\.write(ln)?|outerHTML\s*=(?!=))/g
const emptyNames = new Set(['utils', 'util', 'helpers', 'helper', 'common', 'manager', 'service', 'misc'])
const unfinished = /\b(TODO|FIXME|XXX|HACK)\b/
const banner = /([-=*#~_])\1{3,}/
const leftOut = /^(it|test|describe|suite|bench)\.(.*\.)?(only|skip|todo|skipIf|runIf|fails)\b/
const leftOutAlone = /^(fit|xit|xtest|fdescribe|xdescribe)\b/

/** Complains about what no file of its kind may contain, whatever it is for. */
export function checkForbidden(files) {
  return files.flatMap((file) => [
    ...htmlSinks(file),
    ...testsLeftOut(file),
    ...aboutComments(file),
    ...aboutName(file),
  ])
}

function htmlSinks(file) {
  if (file.kind !== 'src' || !browserRooms.includes(file.room)) return []
  const bare = withoutComments(file)
  return [...bare.matchAll(htmlSink)].map((match) => ({
    path: file.path,
    line: bare.slice(0, match.index).split('\n').length,
    rule: 'no-html-strings',
    message: `'${match[0].trim()}' turns a string into HTML: build nodes`,
  }))
}

function withoutComments(file) {
  let text = file.text
  for (const { start, end } of file.comments) {
    text = text.slice(0, start) + text.slice(start, end).replace(/[^\n]/g, ' ') + text.slice(end)
  }
  return text
}

function testsLeftOut(file) {
  if (file.kind !== 'test') return []
  return file.calls
    .filter(({ node }) => {
      const name = calleeName(node.callee)
      return (
        leftOut.test(name) || leftOutAlone.test(name) || (/^(it|test|describe)\b/.test(name) && hasLeaveOutOption(node))
      )
    })
    .map(({ node, line }) => ({
      path: file.path,
      line,
      rule: 'every-test-runs',
      message: `'${calleeName(node.callee)}' focuses, skips or postpones a test`,
    }))
}

function hasLeaveOutOption(call) {
  return call.arguments
    .filter((argument) => argument.type === 'ObjectExpression')
    .some((options) => options.properties.some((one) => ['only', 'skip', 'todo', 'fails'].includes(one.key?.name)))
}

function aboutComments(file) {
  return file.comments.flatMap(({ value, line }) => {
    const complain = (rule, message) => ({ path: file.path, line, rule, message })
    const found = []
    if (unfinished.test(value)) found.push(complain('no-unfinished', 'finish it or open an issue'))
    if (banner.test(value)) found.push(complain('no-banner', 'a banner says nothing: name the thing or split the file'))
    if (silences(value)) found.push(complain('reason-for-silence', 'say why the check is wrong here'))
    return found
  })
}

/** Whether a comment turns a check off without saying why (`biome-ignore lint/x: why`, `@ts-expect-error why`). */
function silences(value) {
  const biome = /biome-ignore(?:-\w+)?\s+[\w/]+(.*)/s.exec(value) ?? /biome-ignore(.*)/s.exec(value)
  if (biome) return !/^(\([^)]*\))?:\s*(?!<)\S.{4,}/s.test(biome[1])
  const typescript = /^[\s*]*@ts-(?:expect-error|ignore|nocheck)(.*)/s.exec(value)
  if (typescript) return !/\S.{4,}/s.test(typescript[1].replace(/^[\s:-]+/, ''))
  const others = /(?:eslint|oxlint|prettier)-(?:disable|ignore)[\w-]*(.*)/s.exec(value)
  return others ? !/--\s*\S.{4,}/s.test(others[1]) : false
}

function aboutName(file) {
  const [stem = ''] = posix.basename(file.path).split('.')
  if (!emptyNames.has(stem)) return []
  return [{ path: file.path, line: 1, rule: 'file-name', message: `'${stem}' names no thing` }]
}
