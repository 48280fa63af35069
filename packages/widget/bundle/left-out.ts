import type { Plugin, Rolldown } from 'vite'

type Program = ReturnType<Rolldown.PluginContext['parse']>

interface Span {
  start: number
  end: number
}

interface LeftOut {
  /** Methods that are never come to, by class. No bundler can tell that they are unused. */
  methods: Readonly<Record<string, readonly string[]>>
  /** What the library tells its own developers, when they ask for it. */
  logs?: boolean
}

const listeners = ['onAny', 'prependAny', 'offAny', 'listenersAny']
const listenersOutgoing = ['onAnyOutgoing', 'prependAnyOutgoing', 'offAnyOutgoing', 'listenersAnyOutgoing']

const leftOut: readonly { file: RegExp; what: LeftOut }[] = [
  // One namespace, requests with a reply in time (packages/client/src/socket.ts).
  { file: /\/socket\.io-client\/build\/esm\/manager\.js$/, what: { methods: { Manager: ['connect', 'disconnect'] } } },
  {
    file: /\/socket\.io-client\/build\/esm\/socket\.js$/,
    what: {
      methods: {
        Socket: ['disconnected', 'send', 'compress', 'volatile', '_addToQueue', ...listeners, ...listenersOutgoing],
      },
    },
  },
  {
    // One language, words that are given at once, no host that listens (packages/locales/src/translate.ts).
    file: /\/i18next\/dist\/esm\/i18next\.js$/,
    what: {
      logs: true,
      methods: {
        Logger: ['log', 'warn', 'error', 'deprecate', 'once', 'forward', 'clone'],
        EventEmitter: ['off', 'once'],
        ResourceStore: [
          ...['addNamespaces', 'removeNamespaces', 'addResource', 'addResources', 'addResourceBundle'],
          ...['removeResourceBundle', 'getResourceBundle', 'toJSON'],
        ],
        Translator: ['exists', 'getUsedParamsDetails'],
        LanguageUtil: ['clearCache', 'getBestMatchFromCodes', 'getScriptPartFromCode'],
        PluralResolver: ['clearCache', 'needsPlural', 'getPluralFormsOfKey', 'getSuffixes'],
        Interpolator: ['nest', 'reset'],
        Formatter: ['constructor', 'add', 'addCached', 'format'],
        Connector: [...['queueLoad', 'loaded', 'read', 'prepareLoading', 'load', 'reload', 'loadOne', 'saveMissing']],
        I18n: [
          ...['hydrate', 'getFixedT', 'exists', 'setDefaultNamespace', 'loadNamespaces', 'loadLanguages', 'dir'],
          ...['cloneInstance', 'toJSON'],
        ],
      },
    },
  },
]

/**
 * Leaves out of kept libraries what the widget never calls. It throws where something named here is not there: another
 * release is to be looked at again.
 */
export const withoutUnused: Plugin = {
  name: 'deskbell-without-unused',
  enforce: 'pre',
  transform(code, id) {
    const found = leftOut.find(({ file }) => file.test(id))
    return found && { code: leaveOut(code, this.parse(code), found.what), map: null }
  },
}

/** The code without what is left out of it, from its syntax tree. */
export function leaveOut(code: string, program: Program, { methods, logs }: LeftOut): string {
  const spans = Object.entries(methods).flatMap(([name, unused]) => methodsOf(program, name, unused))
  if (logs) visit(program, (node) => isLog(node) && spans.push(node))
  return cut(code, spans)
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

/** As much of a node as tells `….logger.warn(…)` from others. */
interface Node extends Span {
  type: string
  expression?: Node
  callee?: Node
  object?: Node
  property?: { name?: string }
}

function isLog({ type, expression }: Node): boolean {
  return type === 'ExpressionStatement' && expression?.callee?.object?.property?.name === 'logger'
}

function visit(node: unknown, see: (node: Node) => void): void {
  if (typeof node !== 'object' || node === null) return
  if ('type' in node) see(node as Node)
  for (const child of Object.values(node)) visit(child, see)
}

/** What is left out whole is not cut again. A statement may be all there is behind an `if`. */
function cut(code: string, spans: readonly Span[]): string {
  return spans
    .filter((span) => !spans.some((other) => other.start < span.start && other.end > span.end))
    .toSorted((a, b) => b.start - a.start)
    .reduce((rest, { start, end }) => `${rest.slice(0, start)};${rest.slice(end)}`, code)
}
