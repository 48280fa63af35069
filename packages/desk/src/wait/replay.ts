import { Chance } from './chance.ts'
import { levels, type Scene } from './scene.ts'
import { SlotHeap } from './slot-heap.ts'
import type { Presence } from './staff.ts'

const horizon = 4 * 3600 // seconds looked ahead; who is not served by then is not served
const interruption = 30 // seconds it takes to find back into a conversation that was cut off

/** Waits drawn for everybody in line: those of visitor `v` from `v * runs` on; infinite where nobody came. */
export interface Draws {
  runs: number
  waits: Float64Array
}

/**
 * Plays the line on from one moment, over and over (Monte Carlo; the virtual wait of who stays is that of Ibrahim & Whitt
 * 2009, "Real-time delay estimation in overloaded multiserver queues with abandonments", drawn instead of averaged): the
 * place that is free first takes the first in line it can serve, who may have left by then. One play serves all in line.
 * The doubt about pace and patience takes every level in equally many plays.
 */
export function replay(scene: Scene, seed: number): Draws {
  const runs = levels * Math.max(3, Math.min(15, Math.round(800 / (scene.slots.length + scene.line.length + 20))))
  const waits = new Float64Array(runs * scene.line.length).fill(Number.POSITIVE_INFINITY)
  const play = new Play(scene, { runs, waits })
  for (let run = 0; run < runs; run++) play.run(run, seed)
  return { runs, waits }
}

class Play {
  readonly #scene: Scene
  readonly #draws: Draws
  readonly #heap: SlotHeap
  readonly #members: Int32Array
  readonly #nextScales: Float64Array
  readonly #presences: Presence[] = []
  /** Conversations of each member that end before a place is free. */
  readonly #surplus: Int32Array
  readonly #cutOff: Float64Array
  readonly #elapsed: Float64Array
  readonly #hazards: Float64Array
  readonly #byClass: Int32Array[]
  readonly #heads: Int32Array
  readonly #nextArrival: Float64Array
  readonly #arrived: number[][]
  /** Work left of conversations that were cut off, first in line. */
  #returned: number[] = []
  #chance = new Chance(0)
  #pace = 1
  #patience = 1

  constructor(scene: Scene, draws: Draws) {
    this.#scene = scene
    this.#draws = draws
    this.#heap = new SlotHeap(scene.slots.length)
    this.#members = Int32Array.from(scene.slots, ({ member }) => member)
    this.#surplus = new Int32Array(scene.members.length)
    this.#nextScales = Float64Array.from(scene.slots, ({ nextScale }) => nextScale)
    this.#cutOff = new Float64Array(scene.slots.length)
    this.#elapsed = Float64Array.from(scene.line, ({ joinedAt }) => Math.max(0, scene.now - joinedAt))
    this.#hazards = this.#elapsed.map((seconds) => scene.leaving.hazardAt(seconds))
    this.#byClass = scene.needsScale.map((_, needs) =>
      Int32Array.from([...scene.needs.keys()].filter((index) => scene.needs[index] === needs)),
    )
    this.#heads = new Int32Array(scene.needsScale.length)
    this.#nextArrival = new Float64Array(scene.streams.length)
    this.#arrived = scene.streams.map(() => [])
  }

  run(run: number, seed: number): void {
    this.#begin(run, seed)
    const { runs, waits } = this.#draws
    const heap = this.#heap
    let left = this.#scene.line.length
    while (left > 0 && heap.size > 0) {
      const { time, slot } = heap
      if (time > horizon) return
      if (!this.#isThere(slot, time)) continue
      const member = this.#memberOf(slot)
      if ((this.#surplus[member] as number) > 0) {
        this.#surplus[member] = (this.#surplus[member] as number) - 1
        heap.pop()
        continue
      }
      const taken = this.#returned.shift() ?? this.#streamWork(slot, time)
      if (taken !== undefined) {
        this.#occupy(slot, time, taken)
        continue
      }
      const visitor = this.#firstFor(slot)
      if (visitor < 0) {
        heap.pop()
        continue
      }
      waits[visitor * runs + run] = time
      left -= 1
      const needs = this.#scene.needs[visitor] as number
      this.#heads[needs] = (this.#heads[needs] as number) + 1
      const seconds = this.#turn(slot, visitor, time)
      if (seconds > 0) this.#occupy(slot, time, seconds)
    }
  }

  #begin(run: number, seed: number): void {
    const { slots, members, ledger, outlook, streams, paces, patiences } = this.#scene
    const chance = new Chance(Math.imul(seed + run + 1, 0x9e3779b1))
    this.#chance = chance
    this.#pace = paces[run % levels] as number
    this.#patience = patiences[(run * 7 + 3) % levels] as number
    this.#returned = []
    this.#heads.fill(0)
    streams.forEach(({ rate }, index) => {
      this.#nextArrival[index] = chance.exponential() / rate
      this.#arrived[index] = []
    })
    members.forEach(({ operatorId, surplus }, index) => {
      this.#surplus[index] = surplus
      this.#presences[index] = ledger.staff.presence(operatorId, outlook, chance)
    })
    this.#heap.clear()
    slots.forEach((slot, index) => {
      this.#cutOff[index] = 0
      const rest = slot.isBusy ? this.#workFrom(slot.hazard) - slot.work : 0
      this.#heap.push(this.#endOf(index, 0, Math.max(0, rest) * slot.scale) + this.#pickUp(), index)
    })
  }

  /** When a conversation of this length ends or is cut off. */
  #endOf(slot: number, time: number, seconds: number): number {
    const { leaves, isDrop } = this.#presences[this.#memberOf(slot)] as Presence
    if (!isDrop || time >= leaves || time + seconds <= leaves || seconds === 0) return time + seconds
    this.#cutOff[slot] = time + seconds - leaves
    return leaves
  }

  /** Whether the operator of a free place takes somebody now; if not, the place comes up again when they will. */
  #isThere(slot: number, time: number): boolean {
    const rest = this.#cutOff[slot] as number
    if (rest > 0) {
      this.#returned.push(rest + interruption)
      this.#cutOff[slot] = 0
    }
    const { comes, leaves, returns } = this.#presences[this.#memberOf(slot)] as Presence
    if (time >= returns || (time >= comes && time < leaves)) return true
    const back = time < comes ? comes : returns
    if (back <= horizon) this.#heap.postpone(back)
    else this.#heap.pop()
    return false
  }

  #occupy(slot: number, time: number, seconds: number): void {
    this.#heap.postpone(this.#endOf(slot, time, seconds) + this.#pickUp())
  }

  #pickUp(): number {
    const { pickUpSeconds } = this.#scene
    return pickUpSeconds > 0 ? pickUpSeconds * this.#chance.exponential() : 0
  }

  #memberOf(slot: number): number {
    return this.#members[slot] as number
  }

  #workFrom(hazard: number): number {
    return this.#scene.law.timeAt(hazard + this.#chance.exponential() / this.#pace)
  }

  /** Somebody of a higher priority than the first in line who came meanwhile and is still there. */
  #streamWork(slot: number, time: number): number | undefined {
    const { streams, line, members } = this.#scene
    if (streams.length === 0) return undefined
    const head = this.#firstFor(slot)
    const priority = head < 0 ? Number.POSITIVE_INFINITY : (line[head]?.priority ?? 0)
    const serves = members[this.#memberOf(slot)]?.serves ?? []
    for (const [index, stream] of streams.entries()) {
      if (stream.priority >= priority || !serves[stream.needs]) continue
      const arrived = this.#arrivedBy(index, stream.rate, time)
      while (arrived.length > 0) {
        const at = arrived.shift() as number
        const stays = Math.exp(-this.#patience * this.#scene.leaving.hazardAt(time - at))
        if (this.#chance.uniform() < stays) return this.#handlingSeconds(slot, stream.needs)
      }
    }
    return undefined
  }

  #arrivedBy(index: number, rate: number, time: number): number[] {
    const arrived = this.#arrived[index] ?? []
    let next = this.#nextArrival[index] as number
    while (next <= time) {
      arrived.push(next)
      next += this.#chance.exponential() / rate
    }
    this.#nextArrival[index] = next
    return arrived
  }

  /** The first in line whom the operator of this place serves; -1 when there is none. */
  #firstFor(slot: number): number {
    const serves = this.#scene.members[this.#memberOf(slot)]?.serves ?? []
    let first = -1
    for (let needs = 0; needs < serves.length; needs++) {
      if (!serves[needs]) continue
      const head = this.#byClass[needs]?.[this.#heads[needs] as number]
      if (head !== undefined && (first < 0 || head < first)) first = head
    }
    return first
  }

  /** Seconds the place is taken when this visitor's turn has come; 0 when they have left. */
  #turn(slot: number, visitor: number, time: number): number {
    const { leaving, needs, noShowSeconds } = this.#scene
    const hazard = leaving.hazardAt((this.#elapsed[visitor] as number) + time)
    const chance = this.#chance.uniform()
    if (chance > Math.exp(-this.#patience * (hazard - (this.#hazards[visitor] as number)))) return 0
    if (this.#chance.uniform() < leaving.unseen * Math.expm1(this.#patience * hazard)) return noShowSeconds
    return this.#handlingSeconds(slot, needs[visitor] as number)
  }

  #handlingSeconds(slot: number, needs: number): number {
    return this.#workFrom(0) * (this.#nextScales[slot] as number) * (this.#scene.needsScale[needs] ?? 1)
  }
}
