import { fileURLToPath } from 'node:url'
import type { Plugin } from 'vite'

const here = fileURLToPath(new URL('../src/panel/chat.ts', import.meta.url))
const replaced = ['engine.io-client', 'socket.io-parser', '@socket.io/component-emitter']

const entry = `import { Manager } from './manager.js'
export const io = (address, options) => {
  const { origin, pathname } = new URL(address)
  return new Manager(origin, options).socket(pathname, options)
}
`

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
}
