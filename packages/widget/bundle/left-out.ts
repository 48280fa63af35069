import type { Rolldown } from 'vite'

type Program = ReturnType<Rolldown.PluginContext['parse']>

interface Span {
  start: number
  end: number
}

/** What stands there instead; left out where nothing does. */
interface Change extends Span {
  becomes?: string
}

export interface LeftOut {
  /** Methods that are never come to, by class. No bundler can tell that they are unused. */
  methods: Readonly<Record<string, readonly string[]>>
  /** Expressions that have one value here, as the code writes them, and that value: the build then drops what hangs on it. */
  known?: Readonly<Record<string, string>>
  /** Statements that do nothing here, by how they begin. */
  statements?: readonly string[]
}

/** The code without what is left out of it, from its syntax tree. */
export function leaveOut(code: string, program: Program, { methods, known = {}, statements = [] }: LeftOut): string {
  const changes: Change[] = Object.entries(methods).flatMap(([name, unused]) => methodsOf(program, name, unused))
  return change(code, [...changes, ...knownIn(code, program, known), ...statementsIn(code, program, statements)])
}

function statementsIn(code: string, program: Program, beginnings: readonly string[]): Change[] {
  const found = new Set<string>()
  const changes: Change[] = []
  visit(program, ({ type, start, end }) => {
    if (!/(Statement|Declaration)$/.test(type)) return
    const text = code.slice(start, end).replace(/\s+/g, ' ')
    const beginning = beginnings.find((each) => text.startsWith(each))
    if (!beginning) return
    found.add(beginning)
    changes.push({ start, end })
  })
  requireAll(beginnings, found)
  return changes
}

function knownIn(code: string, program: Program, known: Readonly<Record<string, string>>): Change[] {
  const changes: Change[] = []
  const found = new Set<string>()
  const written = new Set<unknown>()
  visit(program, (node) => {
    if (node.type === 'AssignmentExpression') written.add(node.left)
    const text = code.slice(node.start, node.end)
    if (!isExpression.test(node.type) || !Object.hasOwn(known, text) || written.has(node)) return
    found.add(text)
    changes.push({ start: node.start, end: node.end, becomes: `(${known[text]})` })
  })
  requireAll(Object.keys(known), found)
  return changes
}

function requireAll(texts: readonly string[], found: ReadonlySet<string>): void {
  for (const text of texts) if (!found.has(text)) throw new Error(`There is no ${text} any more`)
}

function methodsOf(program: Program, name: string, unused: readonly string[]): Span[] {
  const declared = program.body
    .map((statement) => (statement.type === 'ExportNamedDeclaration' ? statement.declaration : statement))
    .find((statement) => statement?.type === 'ClassDeclaration' && statement.id?.name === name)
  const members = declared?.type === 'ClassDeclaration' ? declared.body.body : []
  return unused.map((method) => {
    const member = members.find(
      (each) => each.type === 'MethodDefinition' && each.key.type === 'Identifier' && each.key.name === method,
    )
    if (!member) throw new Error(`${name} has no ${method} any more`)
    return member
  })
}

const isExpression = /^(Member|Chain|Call|Unary|Binary|Logical)Expression$/

interface Node extends Span {
  type: string
  left?: Node
}

function visit(node: unknown, see: (node: Node) => void): void {
  if (typeof node !== 'object' || node === null) return
  if ('type' in node) see(node as Node)
  for (const child of Object.values(node)) visit(child, see)
}

/** What is left out whole is not changed inside. A statement may be all there is behind an `if`. */
function change(code: string, changes: readonly Change[]): string {
  return changes
    .filter((one) => !changes.some((other) => other !== one && other.start <= one.start && other.end >= one.end))
    .toSorted((a, b) => b.start - a.start)
    .reduce((rest, { start, end, becomes = ';' }) => rest.slice(0, start) + becomes + rest.slice(end), code)
}
