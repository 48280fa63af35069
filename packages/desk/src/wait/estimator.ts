import type { ConversationId, QueueStatus } from '@deskbell/protocol'
import { Display } from './display.ts'
import type { LineEvent } from './events.ts'
import { type InLine, Ledger, type Needs } from './ledger.ts'
import { behind, promise, type Range, rangeOf } from './promise.ts'
import { replay } from './replay.ts'
import { sceneOf } from './scene.ts'

/** How long a forecast is good while nothing happens, in ms: who has just asked is told it, and so is the line. */
const good = 100

/** Somebody who would join now. */
export interface Newcomer extends Needs {
  priority: number
}

/** Follows the line and says, for everybody in it, how long they will still wait. Times in ms since 1970. */
export class WaitEstimator {
  readonly #options: { seed: number; isByHand: () => boolean }
  readonly #ledger = new Ledger()
  readonly #displays = new Map<ConversationId, Display>()
  #isNews = false
  #told: { now: number; statuses: ReadonlyMap<ConversationId, QueueStatus> } | undefined

  /** `isByHand`: whether operators take from the line themselves now, so that a free one is no wait of 0. */
  constructor(options: { seed: number; isByHand: () => boolean }) {
    this.#options = options
  }

  see(event: LineEvent): void {
    this.#ledger.see(event)
    if (event.kind === 'operator') this.#isNews = true
    this.#told = undefined
  }

  /** Place and wait of everybody in line, in its order. */
  statuses(now: number): ReadonlyMap<ConversationId, QueueStatus> {
    if (this.#told && Math.abs(now - this.#told.now) < good) return this.#told.statuses
    const { line } = this.#ledger
    const ranges = this.#forecast(line, now / 1000)
    for (const id of this.#displays.keys())
      if (!line.some((each) => each.conversationId === id)) this.#displays.delete(id)
    const places = this.#positions(line)
    const statuses = new Map(
      line.map((each, index): [ConversationId, QueueStatus] => {
        const status = this.#status(each, ranges[index], now / 1000)
        return [each.conversationId, { position: places[index] ?? 1, ...status }]
      }),
    )
    this.#isNews = false
    this.#told = { now, statuses }
    return statuses
  }

  /** Place and wait of somebody who would join now. */
  next({ priority, ...asks }: Newcomer, now: number): QueueStatus {
    const at = now / 1000
    const needs = this.#ledger.classify(asks)
    const joining = { conversationId: '', asks, needs, priority, askedAt: at, joinedAt: at }
    const ahead = this.#ledger.line.filter((other) => other.priority <= priority)
    const line = [...ahead, joining]
    return {
      position: this.#positions(line).at(-1) ?? 1,
      ...promise(this.#isServed(joining.needs), this.#forecast(line, at).at(-1), this.#ledger.works.seen),
    }
  }

  #status({ conversationId, needs }: InLine, range: Range | undefined, at: number) {
    const known = promise(this.#isServed(needs), range, this.#ledger.works.seen)
    if (known.wait === 'unknown' || !range) {
      this.#displays.delete(conversationId)
      return known
    }
    const display = this.#displays.get(conversationId) ?? new Display()
    this.#displays.set(conversationId, display)
    const { low, likely, high } = display.show(at, range, this.#isNews)
    const [lowSeconds, likelySeconds, highSeconds] = [Math.round(low), Math.round(likely), Math.round(high)]
    return { wait: 'known' as const, lowSeconds, likelySeconds, highSeconds }
  }

  #forecast(line: readonly InLine[], now: number): Range[] {
    if (line.length === 0) return []
    const { seed, isByHand } = this.#options
    const scene = sceneOf(this.#ledger, { line, now, isByHand: isByHand() })
    const { runs, waits } = replay(scene, seed + Math.floor(now / 60))
    const ahead = new Map<string, Range>()
    return line.map(({ needs }, index) => {
      const own = behind(ahead.get(needs), rangeOf(waits.subarray(index * runs, (index + 1) * runs)))
      ahead.set(needs, own)
      return own
    })
  }

  /** Places among those who are served before, 1 is next. */
  #positions(line: readonly InLine[]): number[] {
    const counts = new Map<string, number>()
    return line.map(({ needs }) => {
      let ahead = 0
      for (const [name, count] of counts) if (this.#ledger.comesBefore(name, needs)) ahead += count
      counts.set(needs, (counts.get(needs) ?? 0) + 1)
      return ahead + 1
    })
  }

  #isServed(needs: string): boolean {
    return this.#ledger.isServed(needs)
  }
}
