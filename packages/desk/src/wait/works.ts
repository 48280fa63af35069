import type { OperatorId } from '@deskbell/protocol'
import { HandlingLaw } from './law.ts'

/** A conversation that ended. `meanLoad`: how many its operator had at once while it ran, on average. */
export interface Handled {
  seconds: number
  meanLoad: number
  operatorId: OperatorId
  /** The class of what the visitor needed. */
  needs: string
  assignedAt: number
}

const kept = 1200
const halving = 600 // conversations after which an older one counts half
const slowDowns = Array.from({ length: 13 }, (_, index) => index * 0.05)
const usual = { slowDown: 0.15, deviation: 0.08 }
const shrinkage = { operator: 10, needs: 15 } // pseudo-conversations behind every factor
const smoothness = 0.2

/** What was learned of the team's work at one moment. */
export interface Habits {
  law: HandlingLaw
  /** How much longer a conversation takes for every further one of the same operator. */
  slowDown: number
  factorOf(operatorId: OperatorId, needs: string): number
}

/** The last conversations that ended, and what they say of the next ones. */
export class Works {
  readonly #handled: Handled[] = []
  #habits: Habits | undefined
  #slowDown = usual.slowDown
  #sinceFit = 0

  add(handled: Handled): void {
    this.#handled.push(handled)
    if (this.#handled.length > kept) this.#handled.shift()
    this.#sinceFit += 1
    this.#habits = undefined
  }

  get seen(): number {
    return this.#handled.length
  }

  /** The last ones that ended, newest at the end. */
  get handled(): readonly Handled[] {
    return this.#handled
  }

  habits(): Habits {
    if (this.#habits) return this.#habits
    if (this.#sinceFit >= 20) {
      this.#slowDown = slowDownOf(this.#handled)
      this.#sinceFit = 0
    }
    const slowDown = this.#slowDown
    const logWorks = this.#handled.map((each) => Math.log(Math.max(5, workOf(each, slowDown))))
    const operators = factors(this.#handled, logWorks, ({ operatorId }) => operatorId, shrinkage.operator)
    const rest = logWorks.map((each, index) => each - (operators.get(this.#handled[index]?.operatorId ?? '') ?? 0))
    const needs = factors(this.#handled, rest, (each) => each.needs, shrinkage.needs)
    const factorOf = (id: OperatorId, need: string) => Math.exp((operators.get(id) ?? 0) + (needs.get(need) ?? 0))
    const count = this.#handled.length
    const works = this.#handled.map((each, index) => ({
      work: Math.exp(logWorks[index] ?? 0) / factorOf(each.operatorId, each.needs),
      weight: 0.5 ** ((count - 1 - index) / halving),
    }))
    this.#habits = { law: new HandlingLaw(works, smoothness), slowDown, factorOf }
    return this.#habits
  }
}

/** Seconds the conversation would have taken alone with its operator. */
function workOf({ seconds, meanLoad }: Handled, slowDown: number): number {
  return seconds / (1 + slowDown * Math.max(0, meanLoad - 1))
}

/** Mean difference from the mean of all, shrunk towards none (James & Stein 1961, in the form of pseudo-counts). */
function factors(
  handled: readonly Handled[],
  logWorks: readonly number[],
  groupOf: (handled: Handled) => string,
  pseudo: number,
): Map<string, number> {
  const mean = logWorks.reduce((sum, each) => sum + each, 0) / Math.max(1, logWorks.length)
  const sums = new Map<string, { sum: number; count: number }>()
  handled.forEach((each, index) => {
    const group = sums.get(groupOf(each)) ?? { sum: 0, count: 0 }
    group.sum += (logWorks[index] ?? 0) - mean
    group.count += 1
    sums.set(groupOf(each), group)
  })
  return new Map([...sums].map(([name, { sum, count }]) => [name, sum / (count + pseudo)]))
}

/**
 * The slow-down under which each operator's works vary least, with what is usual as the prior: the most probable value
 * of a normal model with a mean per operator, on a grid.
 */
function slowDownOf(handled: readonly Handled[]): number {
  let best = { slowDown: usual.slowDown, score: Number.POSITIVE_INFINITY }
  for (const slowDown of slowDowns) {
    const surprise = ((slowDown - usual.slowDown) / usual.deviation) ** 2
    const score = handled.length * Math.log(spreadWithin(handled, slowDown)) + surprise
    if (score < best.score) best = { slowDown, score }
  }
  return best.slowDown
}

/** Sum of squares of log works around their operator's mean. */
function spreadWithin(handled: readonly Handled[], slowDown: number): number {
  const groups = new Map<OperatorId, { sum: number; squares: number; count: number }>()
  for (const each of handled) {
    const value = Math.log(Math.max(5, workOf(each, slowDown)))
    const group = groups.get(each.operatorId) ?? { sum: 0, squares: 0, count: 0 }
    group.sum += value
    group.squares += value * value
    group.count += 1
    groups.set(each.operatorId, group)
  }
  return [...groups.values()].reduce((sum, { sum: s, squares, count }) => sum + squares - (s * s) / count, 1)
}
