import { limits, parse, type Reply, refused } from '@deskbell/protocol'
import type { Logger } from 'pino'
import type { GenericSchema } from 'valibot'
import { Bucket } from '../limits/bucket.ts'
import { isStorageFailure } from '../store/storage-failure.ts'

/** What answers one event: its guard, then what it does with the guarded payload. */
export interface Handler {
  guard: GenericSchema<unknown, unknown>
  run(payload: unknown): Reply<unknown> | Promise<Reply<unknown>>
}

/** Ties a guard and a function together so that the payload's type is the guard's. */
export function handler<T, R>(
  guard: GenericSchema<unknown, T>,
  run: (payload: T) => Reply<R> | Promise<Reply<R>>,
): Handler {
  return { guard, run: (payload) => run(payload as T) }
}

/** The part of a socket that dispatch needs. */
interface Speaker {
  id: string
  onAny(listener: (event: string, ...args: unknown[]) => void): unknown
  disconnect(close: boolean): unknown
}

export interface Rate {
  burst: number
  perSecond: number
}

/**
 * Answers every event of a socket exactly once: too many are refused, what the guard does not know is refused, an exception
 * becomes `internal` (`storage-failed` where the disk does not take it) and a log line. The acknowledgement may be missing or not a function. 200 refusals in a row end the socket.
 * The handlers are made when the first event comes: most sockets never send one.
 */
export function dispatch(socket: Speaker, make: () => ReadonlyMap<string, Handler>, rate: Rate, log: Logger): void {
  let handlers: ReadonlyMap<string, Handler> | undefined
  const bucket = new Bucket(rate.burst, rate.perSecond, Date.now())
  let refusals = 0

  function answer(event: string, payload: unknown): Reply<unknown> | Promise<Reply<unknown>> {
    const retryAfterMs = bucket.take(Date.now())
    if (retryAfterMs > 0) return { ok: false, refusal: 'rate-limited', retryAfterMs }
    handlers ??= make()
    const known = handlers.get(event)
    if (!known || !isPlain(payload)) return refused('malformed')
    const guarded = parse(known.guard, payload)
    return guarded.ok ? known.run(guarded.value) : guarded
  }

  // Without `async`: messages are hot.
  socket.onAny((event, ...args) => {
    const acknowledge = args.at(-1)
    const give = (reply: Reply<unknown>) => {
      refusals = reply.ok ? 0 : refusals + 1
      if (typeof acknowledge === 'function') acknowledge(reply)
      if (refusals >= limits.refusalsInARow) socket.disconnect(true)
    }
    const fail = (error: unknown) => {
      log.error({ err: error, event, socket: socket.id }, 'a handler failed')
      give(refused(isStorageFailure(error) ? 'storage-failed' : 'internal'))
    }
    let reply: Reply<unknown> | Promise<Reply<unknown>>
    try {
      reply = answer(event, args[0])
    } catch (error) {
      return fail(error)
    }
    if (reply instanceof Promise) reply.then(give, fail)
    else give(reply)
  })
}

/** An array or a buffer would pass for an object without keys. */
function isPlain(payload: unknown): boolean {
  return typeof payload === 'object' && payload !== null && Object.getPrototypeOf(payload) === Object.prototype
}
