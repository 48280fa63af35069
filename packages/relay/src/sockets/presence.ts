/** What to do after a delay (ms). */
export type Later = readonly [delay: number, action: () => void]

/** How many connections somebody has, and what happens when the last one is gone for long. */
export class Presence {
  readonly #connections = new Map<string, number>()
  readonly #timers = new Map<string, NodeJS.Timeout[]>()

  isPresent(id: string): boolean {
    return (this.#connections.get(id) ?? 0) > 0
  }

  came(id: string): void {
    this.#connections.set(id, (this.#connections.get(id) ?? 0) + 1)
    this.#stop(id)
  }

  /** Calls each action once its delay (ms) has passed without a new connection. */
  went(id: string, ...actions: readonly Later[]): void {
    const left = (this.#connections.get(id) ?? 1) - 1
    if (left > 0) this.#connections.set(id, left)
    else {
      this.#connections.delete(id)
      this.expect(id, ...actions)
    }
  }

  /** The same for somebody who has not come yet (after a restart). */
  expect(id: string, ...actions: readonly Later[]): void {
    this.#stop(id)
    this.#timers.set(
      id,
      actions.map(([delay, action]) => setTimeout(action, delay)),
    )
  }

  close(): void {
    for (const id of [...this.#timers.keys()]) this.#stop(id)
  }

  #stop(id: string): void {
    for (const timer of this.#timers.get(id) ?? []) clearTimeout(timer)
    this.#timers.delete(id)
  }
}
