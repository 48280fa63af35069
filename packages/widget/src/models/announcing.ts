import type { QueueNews } from '@deskbell/protocol'

export interface Announcing {
  /** The wait as it is now; `say` is called with it when it is worth saying, at once or as soon as it may be. */
  offer(news: QueueNews): void
  close(): void
}

/** At most this often in a minute. */
const mostInAMinute = 2
/** The middle has to move by this much, in seconds. */
const worthSaying = 120

/**
 * Says a changed wait to a screen reader: when the number changes, the middle moves by 2 minutes, or a question for later
 * comes first, at most twice a minute.
 * What may not be said yet is said later, as it is then.
 */
export function createAnnouncing(say: (news: QueueNews) => void): Announcing {
  let said: QueueNews | undefined
  let offered: QueueNews | undefined
  let saidAt: readonly number[] = []
  let timer: ReturnType<typeof setTimeout> | undefined

  function sayNow(): void {
    if (!offered || !isWorthSaying(said, offered)) return
    said = offered
    saidAt = [...saidAt, Date.now()].slice(-mostInAMinute)
    say(said)
  }

  return {
    offer(news) {
      offered = news
      clearTimeout(timer)
      const [oldest] = saidAt
      const wait = saidAt.length < mostInAMinute || oldest === undefined ? 0 : oldest + 60_000 - Date.now()
      if (wait <= 0) sayNow()
      else timer = setTimeout(sayNow, wait)
    },
    close: () => clearTimeout(timer),
  }
}

function isWorthSaying(before: QueueNews | undefined, news: QueueNews): boolean {
  if (!before || before.isFormFirst !== news.isFormFirst) return true
  const [said, now] = [before.status, news.status]
  if (said.position !== now.position || said.wait !== now.wait) return true
  if (said.wait === 'unknown' || now.wait === 'unknown') return false
  return Math.abs(said.likelySeconds - now.likelySeconds) >= worthSaying
}
