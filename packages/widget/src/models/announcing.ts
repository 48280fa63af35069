import type { QueueStatus } from '@deskbell/protocol'

export interface Announcing {
  /** The wait as it is now; `say` is called with it when it is worth saying, at once or as soon as it may be. */
  offer(status: QueueStatus): void
  close(): void
}

/** At most this often in a minute. */
const mostInAMinute = 2
/** The middle has to move by this much, in seconds. */
const worthSaying = 120

/**
 * Says a changed wait to a screen reader: when the number changes or the middle moves by 2 minutes, at most twice a minute.
 * What may not be said yet is said later, as it is then.
 */
export function createAnnouncing(say: (status: QueueStatus) => void): Announcing {
  let said: QueueStatus | undefined
  let offered: QueueStatus | undefined
  let saidAt: readonly number[] = []
  let timer: ReturnType<typeof setTimeout> | undefined

  function sayNow(): void {
    if (!offered || !isWorthSaying(said, offered)) return
    said = offered
    saidAt = [...saidAt, Date.now()].slice(-mostInAMinute)
    say(said)
  }

  return {
    offer(status) {
      offered = status
      clearTimeout(timer)
      const [oldest] = saidAt
      const wait = saidAt.length < mostInAMinute || oldest === undefined ? 0 : oldest + 60_000 - Date.now()
      if (wait <= 0) sayNow()
      else timer = setTimeout(sayNow, wait)
    },
    close: () => clearTimeout(timer),
  }
}

function isWorthSaying(said: QueueStatus | undefined, now: QueueStatus): boolean {
  if (!said || said.position !== now.position || said.wait !== now.wait) return true
  if (said.wait === 'unknown' || now.wait === 'unknown') return false
  return Math.abs(said.likelySeconds - now.likelySeconds) >= worthSaying
}
