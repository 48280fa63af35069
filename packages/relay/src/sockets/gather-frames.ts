import type { Writable } from 'node:stream'

/** The part of `ws` that writes frames, beyond its types; Engine.IO writes through it, too. */
export interface FrameSender {
  readonly _socket: Writable
  sendFrame(frame: readonly (Buffer | string)[], sent?: (error?: Error | null) => void): void
}

let held: Writable[] = []

/** What a connection is sent in one turn leaves in one system call: a group has many messages for one operator. */
export function gatherFrames(sender: FrameSender): void {
  sender.sendFrame = gather
}

function gather(this: FrameSender, ...[frame, sent]: Parameters<FrameSender['sendFrame']>): void {
  const { _socket: wire } = this
  if (wire.writableCorked === 0) {
    wire.cork()
    if (held.push(wire) === 1) process.nextTick(release)
  }
  wire.write(inOne(frame), sent)
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
