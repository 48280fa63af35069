import { fileURLToPath } from 'node:url'
import type { Plugin, parseAst } from 'vite'

const here = fileURLToPath(new URL('../src/panel/chat.ts', import.meta.url))
const replaced = ['engine.io-client', 'socket.io-parser', '@socket.io/component-emitter']

const entry = `import { Manager } from './manager.js'
export const io = (address, options) => {
  const { origin, pathname } = new URL(address)
  return new Manager(origin, { path: '/socket.io', ...options }).socket(pathname, options)
}
`

/** Methods of socket.io-client that `@deskbell/client` never comes to, and that no bundler can tell are unused. */
const unused: Readonly<Record<string, readonly string[]>> = {
  manager: ['connect', 'disconnect'],
  socket: [
    ...['disconnected', 'send', 'compress', 'volatile', '_addToQueue', 'onAny', 'prependAny', 'offAny', 'listenersAny'],
    ...['onAnyOutgoing', 'prependAnyOutgoing', 'offAnyOutgoing', 'listenersAnyOutgoing'],
  ],
}

/** Bundles of socket.io-client what keeps a conversation going: how it joins, asks and comes back; text alone is sent. */
export const leanSocket: Plugin = {
  name: 'deskbell-lean-socket',
  enforce: 'pre',
  resolveId(source) {
    return replaced.includes(source) ? this.resolve('@deskbell/client/lean', here) : undefined
  },
  load(id) {
    return /\/socket\.io-client\/build\/esm\/index\.js$/.test(id) ? entry : undefined
  },
  transform(code, id) {
    const [, file = ''] = /\/socket\.io-client\/build\/esm\/(\w+)\.js$/.exec(id) ?? []
    return unused[file] && { code: without(unused[file], code, methodsOf(this.parse(code))), map: null }
  },
}

interface Piece {
  name: string
  start: number
  end: number
}

function methodsOf(program: ReturnType<typeof parseAst>): Piece[] {
  return program.body.flatMap((statement) => {
    const declared = statement.type === 'ExportNamedDeclaration' ? statement.declaration : undefined
    if (declared?.type !== 'ClassDeclaration') return []
    return declared.body.body.flatMap((member) =>
      member.type === 'MethodDefinition' && member.key.type === 'Identifier'
        ? [{ name: member.key.name, start: member.start, end: member.end }]
        : [],
    )
  })
}

/** Throws where a method is not there: another release is to be looked at again. */
function without(names: readonly string[], code: string, methods: readonly Piece[]): string {
  const missing = names.filter((name) => !methods.some((method) => method.name === name))
  if (missing.length > 0) throw new Error(`socket.io-client has no ${missing.join(', ')} any more`)
  return methods
    .filter(({ name }) => names.includes(name))
    .reduceRight((rest, { start, end }) => rest.slice(0, start) + rest.slice(end), code)
}
