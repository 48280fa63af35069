import type { Plugin } from 'vite'

const transports = `export { transports }
import { Fetch } from './polling-fetch.js'
import { WS } from './websocket.node.js'
const transports = { websocket: WS, polling: Fetch }
`

const leftOut = /\/engine\.io-client\/build\/esm\/(?:transports\/(?:webtransport|polling-xhr)|contrib\/has-cors)\.js$/

/**
 * Bundles of engine.io-client the two transports that the chat asks for, both the library's own: WebSocket, and long
 * polling by `fetch`. WebTransport and polling by XMLHttpRequest are left out, with what only they use.
 */
export const fewerTransports: Plugin = {
  name: 'deskbell-fewer-transports',
  enforce: 'pre',
  load(id) {
    return /\/engine\.io-client\/build\/esm\/transports\/index\.js$/.test(id) ? transports : undefined
  },
  transform(_code, id) {
    // The package does not say that its files may be left out unused; what these do on loading concerns themselves alone.
    return leftOut.test(id) ? { moduleSideEffects: false } : undefined
  },
}
