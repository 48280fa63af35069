import type { Plugin } from 'vite'
import { unusedOfI18next } from './i18next.ts'
import { type LeftOut, leaveOut } from './left-out.ts'

const listeners = ['onAny', 'prependAny', 'offAny', 'listenersAny']
const listenersOutgoing = ['onAnyOutgoing', 'prependAnyOutgoing', 'offAnyOutgoing', 'listenersAnyOutgoing']
const queue = ['_addToQueue', '_drainQueue', 'notifyOutgoingListeners']

const leftOut: readonly { file: RegExp; what: LeftOut }[] = [
  // One namespace, requests with a reply in time (packages/client/src/socket.ts).
  { file: /\/socket\.io-client\/build\/esm\/manager\.js$/, what: { methods: { Manager: ['connect', 'disconnect'] } } },
  {
    file: /\/socket\.io-client\/build\/esm\/socket\.js$/,
    what: {
      methods: {
        Socket: ['disconnected', 'send', 'compress', 'volatile', ...queue, ...listeners, ...listenersOutgoing],
      },
      // Nothing is sent again by the library, nobody listens to everything, and both sides are of one version.
      known: { 'this._opts.retries': 'false', 'this.flags.volatile': 'false', 'this._anyListeners': 'false' },
      statements: [
        'this._drainQueue(',
        'this.notifyOutgoingListeners(',
        'this.emitReserved("connect_error", new Error("It seems',
      ],
    },
  },
  { file: /\/i18next\/dist\/esm\/i18next\.js$/, what: unusedOfI18next },
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
