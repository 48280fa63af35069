/** The places for conversations in order of when they are free next: a binary heap over two typed arrays. */
export class SlotHeap {
  readonly #times: Float64Array
  readonly #slots: Int32Array
  #size = 0

  constructor(slots: number) {
    this.#times = new Float64Array(slots)
    this.#slots = new Int32Array(slots)
  }

  get size(): number {
    return this.#size
  }

  /** When the first place is free; read it only while there is one. */
  get time(): number {
    return this.#times[0] as number
  }

  get slot(): number {
    return this.#slots[0] as number
  }

  clear(): void {
    this.#size = 0
  }

  push(time: number, slot: number): void {
    const [times, slots] = [this.#times, this.#slots]
    let index = this.#size++
    while (index > 0) {
      const above = (index - 1) >> 1
      if ((times[above] as number) <= time) break
      times[index] = times[above] as number
      slots[index] = slots[above] as number
      index = above
    }
    times[index] = time
    slots[index] = slot
  }

  /** Takes the first place out. */
  pop(): void {
    this.#size -= 1
    if (this.#size > 0) this.#sink(this.#times[this.#size] as number, this.#slots[this.#size] as number)
  }

  /** Puts the first place back for a later time. */
  postpone(time: number): void {
    this.#sink(time, this.#slots[0] as number)
  }

  #sink(time: number, slot: number): void {
    const [times, slots, size] = [this.#times, this.#slots, this.#size]
    let index = 0
    for (;;) {
      let below = 2 * index + 1
      if (below >= size) break
      if (below + 1 < size && (times[below + 1] as number) < (times[below] as number)) below += 1
      if ((times[below] as number) >= time) break
      times[index] = times[below] as number
      slots[index] = slots[below] as number
      index = below
    }
    times[index] = time
    slots[index] = slot
  }
}
