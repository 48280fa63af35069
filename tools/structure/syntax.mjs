import { parseSync } from 'vite'

/**
 * Parses one file and collects what the rules ask about. Lines count from 1.
 * `imports` holds every way of naming another module: static, dynamic, re-export, type import, `import.meta.glob`.
 */
export function parseFile(file) {
  const { program, module, comments, errors } = parseSync(file.path, file.text)
  const lineAt = lineFinder(file.text)
  const functions = []
  const calls = []
  const imports = [...module.staticImports, ...module.staticExports].flatMap((node) => staticImports(node, lineAt))
  visit(program, [], (node, parents) => {
    if (isFunction(node)) functions.push(describeFunction(node, parents, lineAt))
    if (node.type === 'CallExpression') calls.push({ node, line: lineAt(node.start) })
    for (const specifier of lazySpecifiers(node)) imports.push({ specifier, line: lineAt(node.start), lazy: true })
  })
  return {
    ...file,
    errors,
    imports,
    functions,
    calls,
    exports: module.staticExports.flatMap((node) => node.entries),
    comments: comments.map((comment) => ({
      value: comment.value,
      start: comment.start,
      end: comment.end,
      line: lineAt(comment.start),
      lastLine: lineAt(comment.end),
    })),
  }
}

function staticImports(node, lineAt) {
  const requests = node.moduleRequest ? [node.moduleRequest] : (node.entries ?? []).map((entry) => entry.moduleRequest)
  return requests.filter(Boolean).map(({ value, start }) => ({ specifier: value, line: lineAt(start), lazy: false }))
}

function lazySpecifiers(node) {
  if (node.type === 'ImportExpression') return strings(node.source)
  if (node.type === 'TSImportType') return strings(node.source ?? node.argument?.literal ?? node.argument)
  const isGlob = node.type === 'CallExpression' && calleeName(node.callee) === 'import.meta.glob'
  return isGlob ? strings(node.arguments[0]) : []
}

function strings(node) {
  if (node?.type === 'ArrayExpression') return node.elements.flatMap(strings)
  return node?.type === 'Literal' && typeof node.value === 'string' ? [node.value] : []
}

/** `it.only` for the callee of `it.only(…)`, also through `it.only.each([…])(…)`; empty where it has no plain name. */
export function calleeName(node) {
  if (node.type === 'Identifier') return node.name
  if (node.type === 'MetaProperty') return `${node.meta.name}.${node.property.name}`
  if (node.type === 'CallExpression') return calleeName(node.callee)
  if (node.type === 'TaggedTemplateExpression') return calleeName(node.tag)
  if (node.type !== 'MemberExpression' || node.computed) return ''
  return `${calleeName(node.object)}.${node.property.name}`
}

function isFunction(node) {
  return ['FunctionDeclaration', 'FunctionExpression', 'ArrowFunctionExpression'].includes(node.type) && node.body
}

function describeFunction(node, parents, lineAt) {
  const parent = parents.at(-1)
  const call = parent?.type === 'CallExpression' && parent.arguments.includes(node) ? calleeName(parent.callee) : ''
  return {
    name:
      node.id?.name ?? parent?.id?.name ?? parent?.key?.name ?? (call ? `the function given to ${call}` : 'a function'),
    givenTo: call,
    line: lineAt(node.start),
    lines: lineAt(node.end) - lineAt(node.start) + 1,
    parameters: node.params.filter((parameter) => parameter.name !== 'this').length,
    drawsMarkup: drawsMarkup(node),
  }
}

function drawsMarkup(fn) {
  let found = false
  visit(fn.body, [], (node) => {
    if (isFunction(node)) return false
    if (node.type === 'JSXElement' || node.type === 'JSXFragment') found = true
    return !found
  })
  return found
}

function visit(node, parents, look) {
  if (look(node, parents) === false) return
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) {
      if (child && typeof child.type === 'string') visit(child, [...parents, node], look)
    }
  }
}

function lineFinder(text) {
  const starts = [0]
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1)
  return (offset) => {
    let low = 0
    let high = starts.length - 1
    while (low < high) {
      const middle = Math.ceil((low + high) / 2)
      if (starts[middle] <= offset) low = middle
      else high = middle - 1
    }
    return low + 1
  }
}
