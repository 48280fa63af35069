/** How long conversations took, in seconds from assigned to closed: the last ones that ended, the newest at the end. */
export interface HandlingTimes {
  readonly seconds: readonly number[]
}

const kept = 200
const longestSeconds = 2 * 3600 // one that somebody forgot to close must not rule the mean
const prior = { seconds: 7 * 60, weight: 3 } // before a team has shown: 7 minutes, as much as 3 conversations seen

export const noHandlingTimes: HandlingTimes = { seconds: [] }

/** Remembers how long a conversation took (seconds) and forgets all but the last 200. What is no duration is ignored. */
export function addHandlingTime(times: HandlingTimes, seconds: number): HandlingTimes {
  if (!(seconds >= 0)) return times
  return { seconds: [...times.seconds.slice(1 - kept), Math.min(seconds, longestSeconds)] }
}

/** What can be said of a conversation's length, prior included. */
export interface Habit {
  meanSeconds: number
  /** Squared coefficient of variation; 1 is that of an exponential distribution. */
  variation: number
  /** Variance of the mean relative to its square: how little is known. */
  doubt: number
  seen: number
}

export function habitOf({ seconds }: HandlingTimes): Habit {
  const weight = seconds.length + prior.weight
  const mean = (sum(seconds, (each) => each) + prior.weight * prior.seconds) / weight
  const squares = sum(seconds, (each) => (each - mean) ** 2) + prior.weight * mean ** 2
  const variation = Math.min(4, Math.max(0.25, squares / weight / mean ** 2))
  return { meanSeconds: mean, variation, doubt: variation / weight, seen: seconds.length }
}

/**
 * Mean time (s) a conversation still takes after it has taken `age`: the mean excess of the longer ones seen, with the
 * prior that its age says nothing. The fewer longer ones were seen, the more the prior rules.
 */
export function remainingSeconds({ seconds }: HandlingTimes, habit: Habit, age: number): number {
  const longer = seconds.filter((each) => each > age)
  return (sum(longer, (each) => each - age) + prior.weight * habit.meanSeconds) / (longer.length + prior.weight)
}

function sum(values: readonly number[], of: (value: number) => number): number {
  return values.reduce((total, value) => total + of(value), 0)
}
