// Engine.IO, protocol 4, as far as a browser needs it that sends text alone and never changes the transport of an open
// connection: https://socket.io/docs/v4/engine-io-protocol/
import { Emitter } from './emitter.ts'
import { comingLater, openWebSocket, type Transport } from './transports.ts'

export interface EngineOptions {
  path: string
  transports: readonly ('websocket' | 'polling')[]
  withCredentials?: boolean
}

/** Few networks forbid WebSocket: what goes by requests is a download of its own. */
const openPolling = comingLater(async () => (await import('./polling.ts')).openPolling)
const opens = { websocket: openWebSocket, polling: openPolling }

/** Tries each transport in turn until one opens. It tells `open`, `data` (a text), `ping`, `error` and `close`. */
export class Engine extends Emitter {
  #ways: EngineOptions['transports']
  #options: EngineOptions
  #url: URL
  #transport: Transport | undefined
  #state: 'opening' | 'open' | 'closed' = 'opening'
  #quietMs = Number.POSITIVE_INFINITY
  /** A page that slept is told late by its timers: the clock knows better. */
  #quietUntil = Number.POSITIVE_INFINITY
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(uri: string, options: EngineOptions) {
    super()
    this.#options = options
    this.#ways = options.transports
    this.#url = new URL(`${options.path}/?EIO=4`, uri)
    // A relay on this very machine is reached without a network.
    if (this.#url.hostname !== 'localhost') addEventListener('offline', this.#lose)
    // Whoever makes it listens first, then hears. A socket takes long to make: a piece of work of its own, by a message, because
    // timers are held back.
    const { port1, port2 } = new MessageChannel()
    port1.onmessage = () => {
      port1.close()
      this.#open()
    }
    port2.postMessage(null)
  }

  /** What is sent after the end is dropped: Socket.IO keeps what was not acknowledged. */
  write(text: string): this {
    if (this.#state === 'open') this.#transport?.send(`4${text}`)
    return this
  }

  close(): this {
    this.#end('forced close')
    return this
  }

  /** Asked before something is sent: whether the other side has been silent for too long. It then ends. */
  _hasPingExpired(): boolean {
    const isExpired = Date.now() > this.#quietUntil
    if (isExpired) queueMicrotask(this.#expire)
    return isExpired
  }

  #open = (): void => {
    const [way, ...others] = this.#ways
    if (this.#state === 'closed' || way === undefined) return
    this.#ways = others
    try {
      this.#transport = opens[way]({
        url: this.#url,
        withCredentials: this.#options.withCredentials === true,
        onPacket: this.#hear,
        onError: this.#fail,
        onClose: this.#lose,
      })
    } catch {
      // A browser that is forbidden to open a socket says so by throwing; there may be another way.
      this.#fail()
    }
  }

  #hear = (packet: string): void => {
    const [kind] = packet
    const text = packet.slice(1)
    if (kind === '0') this.#welcome(JSON.parse(text))
    else if (kind === '1') this.#lose()
    else if (kind === '2') this.#answer()
    else if (kind === '4') this.emit('data', text)
    // Six says nothing: it ends a request that waits.
    else if (kind !== '6') this.#fail()
  }

  #welcome({ pingInterval, pingTimeout }: { pingInterval: number; pingTimeout: number }): void {
    this.#quietMs = pingInterval + pingTimeout
    this.#state = 'open'
    this.#wait()
    this.emit('open')
  }

  #answer(): void {
    this.#transport?.send('3')
    this.#wait()
    this.emit('ping')
  }

  #wait(): void {
    clearTimeout(this.#timer)
    this.#quietUntil = Date.now() + this.#quietMs
    this.#timer = setTimeout(this.#expire, this.#quietMs)
  }

  #expire = (): void => this.#end('ping timeout')
  #lose = (): void => this.#end('transport close')

  #fail = (): void => {
    if (this.#state === 'closed') return
    if (this.#state === 'opening' && this.#ways.length > 0) {
      this.#transport?.close()
      this.#open()
      return
    }
    this.emit('error', new Error('transport error'))
    this.#end('transport error')
  }

  #end(reason: string): void {
    if (this.#state === 'closed') return
    this.#state = 'closed'
    clearTimeout(this.#timer)
    removeEventListener('offline', this.#lose)
    this.#transport?.close()
    this.emit('close', reason)
  }
}
