import type { Plugin } from 'vite'
import { type LeftOut, leaveOut } from './left-out.ts'

const listeners = ['onAny', 'prependAny', 'offAny', 'listenersAny']
const listenersOutgoing = ['onAnyOutgoing', 'prependAnyOutgoing', 'offAnyOutgoing', 'listenersAnyOutgoing']
const queue = ['_addToQueue', '_drainQueue', 'notifyOutgoingListeners']

const choices = ['reconnection', 'reconnectionAttempts', 'reconnectionDelay', 'reconnectionDelayMax']
const otherChoices = ['randomizationFactor', 'timeout']

/** It always comes back, as it was told to at the start, and nobody listens to how often it tried. */
const unusedOfManager: LeftOut = {
  methods: { Manager: ['connect', 'disconnect', ...choices, ...otherChoices] },
  known: {
    'this.reconnectionDelay()': 'opts.reconnectionDelay',
    'this.reconnectionDelayMax()': 'opts.reconnectionDelayMax',
    'this.randomizationFactor()': 'opts.randomizationFactor',
    'this._timeout': 'this.opts.timeout',
    'false !== this._timeout': 'true',
    'this._reconnection': 'true',
    'this.backoff.attempts >= this._reconnectionAttempts': 'false',
    'this.opts.autoUnref': 'false',
    // By their names: the whole module as an object would weigh.
    '_parser.Encoder': 'parser.Encoder',
    '_parser.Decoder': 'parser.Decoder',
    'uri && "object" === typeof uri': 'false',
    'opts.autoConnect !== false': 'true',
    'this._autoConnect': 'true',
    'this._autoConnect && !socket.active': 'false',
  },
  statements: [
    ...[...choices, ...otherChoices].map((choice) => `this.${choice}(`),
    'this.emitReserved("reconnect',
    'this.emitReserved("ping"',
    'const attempt = ',
    'opts = opts ||',
    'opts.path = ',
    'const _parser',
    'this._autoConnect = ',
    // There is one, and it has ended.
    'const nsps = ',
    'for (const nsp of nsps)',
  ],
}

const leftOut: readonly { file: RegExp; what: LeftOut }[] = [
  // One namespace, requests with a reply in time (packages/client/src/socket.ts).
  { file: /\/socket\.io-client\/build\/esm\/manager\.js$/, what: unusedOfManager },
  // How long it waits is told it at the start.
  {
    file: /\/socket\.io-client\/build\/esm\/contrib\/backo2\.js$/,
    what: {
      methods: {},
      known: {
        'opts.min || 100': 'opts.min',
        'opts.max || 10000': 'opts.max',
        'opts.factor || 2': '2',
        'opts.jitter > 0 && opts.jitter <= 1': 'true',
      },
      statements: ['Backoff.prototype.set', 'opts = opts ||'],
    },
  },
  {
    file: /\/socket\.io-client\/build\/esm\/socket\.js$/,
    what: {
      methods: {
        Socket: ['disconnected', 'send', 'compress', 'volatile', 'ack', ...queue, ...listeners, ...listenersOutgoing],
      },
      // It is all requests with a reply in time, sent once; nobody listens to everything, the relay asks for no reply and
      // keeps no connection's state, and both sides are of one version.
      known: {
        'this._opts.retries': 'false',
        'this.flags.volatile': 'false',
        'this._anyListeners': 'false',
        'RESERVED_EVENTS.hasOwnProperty(ev)': 'false',
        '"function" === typeof args[args.length - 1]': 'true',
        'timeout === undefined': 'false',
        'ack.withError': 'true',
        'null != packet.id': 'false',
        'packet.data && packet.data.sid': 'true',
        'this._opts.ackTimeout': 'undefined',
        'this._pid': 'undefined',
        'opts && opts.auth': 'true',
        'typeof this.auth == "function"': 'true',
        'this.io._autoConnect': 'true',
      },
      statements: [
        'this._drainQueue(',
        'this.notifyOutgoingListeners(',
        'this.emitReserved("connect_error", new Error("It seems',
        'const isTransportWritable',
        'packet.options',
        'fn.withError',
        'this.recovered',
        'this._pid = ',
        'this._queue',
        'this._opts = ',
        'const RESERVED_EVENTS',
      ],
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
