type Listener = (...values: never[]) => void

/** Tells listeners what happens, in the order in which they came. A listener may leave while it is being told. */
export class Emitter {
  #listeners = new Map<string, Listener[]>()

  on(event: string, listener: Listener): this {
    this.#listeners.set(event, [...(this.#listeners.get(event) ?? []), listener])
    return this
  }

  off(event: string, listener: Listener): this {
    this.#listeners.set(
      event,
      (this.#listeners.get(event) ?? []).filter((other) => other !== listener),
    )
    return this
  }

  emit(event: string, ...values: unknown[]): this {
    for (const listener of this.#listeners.get(event) ?? []) listener.apply(this, values as never[])
    return this
  }

  /** Socket.IO's own events go this way, past its `emit` that sends. */
  emitReserved(event: string, ...values: unknown[]): this {
    Emitter.prototype.emit.call(this, event, ...values)
    return this
  }
}
