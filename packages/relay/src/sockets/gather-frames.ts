import type { Writable } from 'node:stream'

/** The part of `ws` that writes frames, beyond its types; Engine.IO writes through it, too. */
export interface FrameSender {
  readonly _socket: Writable
  sendFrame(frame: readonly (Buffer | string)[], sent?: (error?: Error | null) => void): void
}

let held: Writable[] = []

/**
 * What a connection is sent in one turn leaves in one system call: a group has many messages for one operator, and news beside
 * the acknowledgements that promises bring. Engine.IO holds back what follows a frame until that is sent: it is told so at once,
 * as what a connection does not take is watched where it waits.
 */
export function gatherFrames(sender: FrameSender): void {
  sender.sendFrame = gather
}

function gather(this: FrameSender, ...[frame, sent]: Parameters<FrameSender['sendFrame']>): void {
  const { _socket: wire } = this
  if (wire.writableCorked === 0) {
    wire.cork()
    if (held.push(wire) === 1) queueMicrotask(releaseSoon)
  }
  wire.write(inOne(frame))
  sent?.()
}

/** After all promises that are settled by now. */
function releaseSoon(): void {
  process.nextTick(release)
}

function release(): void {
  const wires = held
  held = []
  for (const wire of wires) wire.uncork()
}

/** Head and payload: two pieces would cost a gathering write, which is slower than to copy. */
function inOne([head = '', payload = '']: readonly (Buffer | string)[]): Buffer {
  const bytes = Buffer.byteLength(payload)
  const whole = Buffer.allocUnsafe(head.length + bytes)
  whole.set(head as Buffer)
  if (typeof payload === 'string') whole.write(payload, head.length)
  else whole.set(payload, head.length)
  return whole
}
