import type { ConversationId, EstimatedWait, QueueStatus } from '@deskbell/protocol'
import type { Desk } from './desk.ts'
import { type Habit, type HandlingTimes, habitOf, remainingSeconds } from './handling.ts'
import { isAvailable } from './operators.ts'
import { ninetyPercent, ratioQuantile } from './quantiles.ts'

// Operators take by hand. That a free one does so within a minute, most often in 15 seconds, is assumed, not measured.
const pickUp = { likely: 15, high: 60 }
// A first day's range past this says nothing worth saying: fewer than `enough` conversations seen, and `high` beyond it.
const vague = { enough: 3, highSeconds: 2 * 3600 }

/** The team's places for conversations, as far as they serve the line. */
interface Places {
  free: number
  busy: number
  /** Mean seconds until one of the busy places is free, were it the only one. */
  remaining: number
}

/** Position and wait of everybody in line, from one look at the desk. `now` in ms since 1970. */
export function estimateWaits(desk: Desk, times: HandlingTimes, now: number): ReadonlyMap<ConversationId, QueueStatus> {
  const estimate = estimator(desk, times, now)
  return new Map(desk.queue.map((id, index) => [id, estimate(index + 1)]))
}

/** Position and wait of somebody who asks `now` (ms since 1970). */
export function estimateNext(desk: Desk, times: HandlingTimes, now: number): QueueStatus {
  return estimator(desk, times, now)(desk.queue.length + 1)
}

/**
 * The wait at a position: 10, 50 and 90 % points of the time until enough running conversations have ended. Endings of
 * several operators together are taken as a Poisson stream (Whitt 1999, "Predicting queueing delays"), whose rate
 * starts from the ages of what runs now and settles at one conversation per place and mean time. Nobody is taken to
 * leave the line and nobody on duty to go: the wait of those who stay, with the team there is.
 */
function estimator(desk: Desk, times: HandlingTimes, now: number): (position: number) => QueueStatus {
  const habit = habitOf(times)
  const places = placesOf(desk, times, habit, now)
  return (position) => ({ position, ...(places ? waitAt(places, habit, position) : unknownFor('nobody-on-duty')) })
}

function unknownFor(reason: 'nobody-on-duty' | 'too-little-known'): EstimatedWait {
  return { wait: 'unknown', reason }
}

function waitAt(places: Places, habit: Habit, position: number): EstimatedWait {
  const endings = position - places.free
  if (endings <= 0) return { wait: 'known', lowSeconds: 0, likelySeconds: pickUp.likely, highSeconds: pickUp.high }
  if (places.busy === 0) return unknownFor('too-little-known')
  const [low, likely, high] = [-ninetyPercent, 0, ninetyPercent].map((z) => secondsUntil(places, habit, endings, z))
  const lowSeconds = Math.round(low ?? 0)
  const likelySeconds = Math.max(pickUp.likely, Math.round(likely ?? 0))
  const highSeconds = Math.max(pickUp.high, Math.round(high ?? 0))
  if (habit.seen < vague.enough && highSeconds > vague.highSeconds) return unknownFor('too-little-known')
  return { wait: 'known', lowSeconds, likelySeconds, highSeconds }
}

/** The point `z` of the time until that many conversations have ended. */
function secondsUntil({ busy, remaining }: Places, habit: Habit, endings: number, z: number): number {
  // Few endings of many places are a Poisson stream; in the long run the times' own variation shows.
  const variation = (busy + endings * habit.variation) / (busy + endings)
  const expected = (endings * ratioQuantile(variation / endings, habit.doubt, z)) / busy
  return habit.meanSeconds * timeOfEndings(expected, remaining / habit.meanSeconds)
}

/**
 * When one place has seen `expected` endings, in mean times: inverts `t + (1 - r)(1 - exp(-t / r))`, the mean number of
 * endings by `t` if the first takes an exponential time of mean `r` and all later ones of mean 1.
 */
function timeOfEndings(expected: number, r: number): number {
  let from = Math.max(0, Math.min(expected, expected - 1 + r))
  let to = Math.max(expected, expected - 1 + r)
  for (let step = 0; step < 40; step++) {
    const middle = (from + to) / 2
    if (middle + (1 - r) * (1 - Math.exp(-middle / r)) < expected) from = middle
    else to = middle
  }
  return to
}

/** Undefined when nobody is on duty. What operators finish after going away, or have beyond their capacity, frees no place. */
function placesOf(desk: Desk, times: HandlingTimes, habit: Habit, now: number): Places | undefined {
  const capacityLeft = new Map<string, number>()
  for (const operator of desk.operators.values())
    if (isAvailable(operator)) capacityLeft.set(operator.id, operator.capacity)
  if (capacityLeft.size === 0) return undefined
  let rate = 0
  let busy = 0
  for (const { status, operatorId, assignedAt = now } of desk.conversations.values()) {
    const left = status === 'assigned' && operatorId !== undefined ? (capacityLeft.get(operatorId) ?? 0) : 0
    if (operatorId === undefined || left <= 0) continue
    capacityLeft.set(operatorId, left - 1)
    busy++
    rate += 1 / remainingSeconds(times, habit, Math.max(0, now - assignedAt) / 1000)
  }
  const free = [...capacityLeft.values()].reduce((total, left) => total + left, 0)
  return { free, busy, remaining: busy === 0 ? 0 : busy / rate }
}
