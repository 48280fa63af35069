import type { LineEvent } from '../src/index.ts'

const start = Date.UTC(2026, 0, 5, 9)

/** A day to play: rates per hour, mean seconds. Chance comes from the seed. */
export interface Day {
  seed: number
  perHour: number
  operators: number
  handling: number
  patience: number
  hours: number
}

/** What the estimator sees, and when each visitor's turn came (ms), also of those who had left by then. */
export interface Played {
  events: LineEvent[]
  turns: ReadonlyMap<string, number>
  end: number
}

/** A plain line with exponential handling and patience: first come, first served, free operators take at once. */
export function playDay(day: Day): Played {
  const uniform = generator(day.seed)
  const exponential = (mean: number) => -mean * Math.log(1 - uniform())
  const events: LineEvent[] = []
  const turns = new Map<string, number>()
  const freeAt = Array.from({ length: day.operators }, (_, index) => {
    const operatorId = `operator ${index}`
    events.push({ kind: 'operator', at: start, operatorId, state: 'on-duty', capacity: 1, skills: [] })
    return start
  })
  const end = start + day.hours * 3_600_000
  let at = start
  for (let count = 0; ; count++) {
    at += exponential(3_600_000 / day.perHour)
    if (at > end) break
    const conversationId = `visitor ${count}`
    const operator = freeAt.indexOf(Math.min(...freeAt))
    const turn = Math.max(at, freeAt[operator] ?? at)
    const leaves = at + exponential(day.patience * 1000)
    turns.set(conversationId, turn)
    events.push({ kind: 'joined', at, conversationId, needs: [], priority: 1, askedAt: at })
    if (leaves < turn) {
      events.push({ kind: 'left', at: leaves, conversationId, outcome: 'gave-up' })
      continue
    }
    const done = turn + exponential(day.handling * 1000)
    freeAt[operator] = done
    events.push({ kind: 'assigned', at: turn, conversationId, operatorId: `operator ${operator}` })
    events.push({ kind: 'ended', at: done, conversationId, outcome: 'done' })
  }
  return { events: events.sort((one, other) => one.at - other.at), turns, end }
}

/** Numerical Recipes' linear congruential generator: enough for a test day. */
function generator(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state / 2 ** 32
  }
}
