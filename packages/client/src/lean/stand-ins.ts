// What socket.io-client asks of engine.io-client, socket.io-parser and component-emitter, under their names. The widget is
// bundled with these: no bytes, no WebTransport, no change of transport, and a sixth of the download.
export { Emitter } from './emitter.ts'
export { Engine as Socket } from './engine.ts'
export { Decoder, Encoder, PacketType } from './packets.ts'

/** The page's own timers. */
export function installTimerFunctions(object: object): void {
  Object.assign(object, {
    setTimeoutFn: (run: () => void, ms: number) => setTimeout(run, ms),
    clearTimeoutFn: (timer: number | undefined) => clearTimeout(timer),
  })
}

export const nextTick: (run: () => void) => void = queueMicrotask
