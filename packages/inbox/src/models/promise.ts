import { type OperatorConversation, type PromisedWait, promisedEnds } from '@deskbell/protocol'

/** All promises are drawn on one line of this length, so that rows compare at a glance. */
const scaleSeconds = 720
const breakingSeconds = 60
/** Of a short promise the last half is about to break, not the whole. */
const breakingPart = 0.5
const atOnceMs = 1_000

export interface PromiseState {
  /** Parts of the shared line, 0 to 1: the range that was told, and how long it has been. */
  low: number
  high: number
  now: number
  state: 'in-time' | 'breaking' | 'late'
  /** Seconds until the longest wait that was told is over; below 0: that long ago. */
  leftSeconds: number
}

/** Since when somebody waits, or waited last, in ms since 1970, and what they were promised for that. */
export function waitOf(head: OperatorConversation): { since: number; promised?: PromisedWait } {
  const { askedAt, promised, waitsAgain } = head
  return waitsAgain ?? { since: askedAt, ...(promised && { promised }) }
}

/** Whether somebody had it as soon as it was asked, before a wait could be told. */
export function cameAtOnce(head: OperatorConversation): boolean {
  const { since, promised } = waitOf(head)
  return head.assignedAt !== undefined && !promised && head.assignedAt - since < atOnceMs
}

/** How a promise stands at `until` (ms since 1970): now for who waits, when somebody came for the others. */
export function promiseState(since: number, promised: PromisedWait, until: number): PromiseState {
  const { from, to } = promisedEnds(promised)
  const waitedSeconds = Math.max(0, (until - since) / 1_000)
  // Rounded up, so that "0 s left" never stands beside a promise that still holds.
  const leftSeconds = Math.ceil(to - waitedSeconds)
  return {
    low: partOf(from),
    high: partOf(to),
    now: partOf(waitedSeconds),
    state:
      leftSeconds < 0 ? 'late' : leftSeconds <= Math.min(breakingSeconds, to * breakingPart) ? 'breaking' : 'in-time',
    leftSeconds,
  }
}

/**
 * Who waits, by what breaks next: broken promises first, the longest over on top; then those that hold, the next to
 * break first; then those who were promised nothing, by how long they have waited.
 */
export function byWhatBreaksNext(waiting: readonly OperatorConversation[]): OperatorConversation[] {
  return waiting.toSorted((a, b) => {
    const [breaksA, breaksB] = [breaksAt(a), breaksAt(b)]
    return breaksA === breaksB ? waitOf(a).since - waitOf(b).since : breaksA - breaksB
  })
}

function breaksAt(head: OperatorConversation): number {
  const { since, promised } = waitOf(head)
  return promised ? since + promisedEnds(promised).to * 1_000 : Number.MAX_SAFE_INTEGER
}

function partOf(seconds: number): number {
  return Math.min(1, Math.max(0, seconds / scaleSeconds))
}
