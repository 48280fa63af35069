import type { QueueStatus } from '@deskbell/protocol'

export type KnownStatus = Extract<QueueStatus, { wait: 'known' }>

/** How a wait is said: less than a minute, about so many minutes, or more than so many. The values fill the words. */
export type Span =
  | { kind: 'soon'; values: Record<string, never> }
  | { kind: 'about'; values: { count: number } }
  | { kind: 'over'; values: { minutes: number } }

/** From here on it is only said what it takes at least, in seconds. */
const long = 40 * 60

/** The middle of a wait as it is said: never 0, and no finer than anybody can know. */
export function spanOf({ lowSeconds, likelySeconds }: KnownStatus): Span {
  if (lowSeconds >= long) return { kind: 'over', values: { minutes: minutesOf(lowSeconds, Math.floor) } }
  if (likelySeconds < 60) return { kind: 'soon', values: {} }
  return { kind: 'about', values: { count: minutesOf(likelySeconds, Math.round) } }
}

/** Minutes in steps that grow with them: of 1 below 10, then of 5, from half an hour of 10, from an hour of 30. */
export function minutesOf(seconds: number, round: (inSteps: number) => number): number {
  const minutes = seconds / 60
  const coarse = minutes < 60 ? 10 : 30
  const fine = minutes < 10 ? 1 : 5
  const step = minutes < 30 ? fine : coarse
  return round(minutes / step) * step
}

/** An operator is free for whoever asks now. */
export function isFree(next: QueueStatus): boolean {
  return next.wait === 'known' && next.position === 1 && next.likelySeconds < 30
}
