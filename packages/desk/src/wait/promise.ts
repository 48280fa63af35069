import type { EstimatedWait } from '@deskbell/protocol'

/** 10, 50 and 90 % points of the drawn waits in which somebody came, and the share in which nobody did. */
export interface Range {
  low: number
  likely: number
  high: number
  unserved: number
}

const nobodyComes = 0.2 // from this share on no number is said
// A first day's range past this says nothing worth saying: fewer than `enough` conversations seen, and `high` beyond it.
const vague = { enough: 3, highSeconds: 2 * 3600 }

/** Sorts the draws in place. */
export function rangeOf(draws: Float64Array): Range {
  draws.sort()
  let served = draws.length
  while (served > 0 && draws[served - 1] === Number.POSITIVE_INFINITY) served -= 1
  const at = (share: number) => {
    const place = Math.min(served - 1, Math.max(0, share * served - 0.5))
    const index = Math.floor(place)
    const from = draws[index] ?? 0
    return from + (place - index) * ((draws[Math.min(served - 1, index + 1)] ?? from) - from)
  }
  return { low: at(0.1), likely: at(0.5), high: at(0.9), unserved: 1 - served / draws.length }
}

/** The range of who stands behind another of the same class: never below theirs, though fewer draws may have served it. */
export function behind(ahead: Range | undefined, own: Range): Range {
  if (!ahead) return own
  const { low, likely, high } = ahead
  return {
    low: Math.max(low, own.low),
    likely: Math.max(likely, own.likely),
    high: Math.max(high, own.high),
    unserved: own.unserved,
  }
}

/** What may be said of a wait. `isServed`: somebody on duty has what the visitor needs; `seen`: conversations seen so far. */
export function promise(isServed: boolean, range: Range | undefined, seen: number): EstimatedWait {
  if (!isServed) return { wait: 'unknown', reason: 'nobody-on-duty' }
  const isVague = range && seen < vague.enough && range.high > vague.highSeconds
  if (!range || range.unserved > nobodyComes || isVague) return { wait: 'unknown', reason: 'too-little-known' }
  const [lowSeconds, likelySeconds, highSeconds] = [
    Math.round(range.low),
    Math.round(range.likely),
    Math.round(range.high),
  ]
  return { wait: 'known', lowSeconds, likelySeconds, highSeconds }
}
