import type { WidgetTranslate } from '@deskbell/locales'
import type { QueueNews, QueueStatus } from '@deskbell/protocol'

/** A wait in words: the middle, and the range behind it with the comma that joins them. */
export interface WaitWords {
  about: string
  range: string
}

type Known = Extract<QueueStatus, { wait: 'known' }>

/** Seconds are counted in steps of this. */
const step = 5

/**
 * How long it takes. The range is never narrower than what the relay knows: its low end is rounded down, its high end up.
 * Under a minute it is told in seconds where the low end says anything, else as "less than a minute".
 */
export function waitWords(t: WidgetTranslate, status: QueueStatus): WaitWords {
  if (status.wait === 'unknown') return { about: t('wait.unknown'), range: '' }
  if (status.highSeconds <= 60) return secondsWords(t, status)
  const { low, likely, high } = minutesOf(status)
  if (status.likelySeconds < 60) return { about: t('wait.soon'), range: t('wait.upTo', { count: high }) }
  const about = t('wait.about', { count: likely })
  if (low === high) return { about, range: '' }
  return { about, range: low === 0 ? t('wait.upTo', { count: high }) : t('wait.range', { low, high }) }
}

function secondsWords(t: WidgetTranslate, { lowSeconds, likelySeconds, highSeconds }: Known): WaitWords {
  const low = Math.floor(lowSeconds / step) * step
  const high = Math.ceil(highSeconds / step) * step
  if (low === 0) return { about: t('wait.soon'), range: '' }
  const about = t('wait.seconds', { count: Math.round(likelySeconds / step) * step })
  return { about, range: low === high ? '' : t('wait.secondsRange', { low, high }) }
}

/** Whole minutes, as they are said. */
function minutesOf({ lowSeconds, likelySeconds, highSeconds }: Known) {
  return {
    low: Math.floor(lowSeconds / 60),
    likely: Math.max(1, Math.round(likelySeconds / 60)),
    high: Math.ceil(highSeconds / 60),
  }
}

/** The place and wait of somebody who asks now: "You would be number 3: about 6 minutes." */
export function wouldWords(t: WidgetTranslate, next: QueueStatus): string {
  const { position } = next
  if (next.wait === 'unknown') return t('ask.wouldUnknown', { position })
  if (position === 1 && next.likelySeconds < 30) return t('ask.free')
  if (next.likelySeconds < 60) return t('ask.wouldSoon', { position })
  return t('ask.would', { position, count: minutesOf(next).likely })
}

/** "Number 3, about 6 minutes" */
export function placeWords(t: WidgetTranslate, status: QueueStatus): string {
  const { position } = status
  if (status.wait === 'unknown') return t('foot.placeOnly', { position })
  if (status.likelySeconds < 60) return t('foot.placeSoon', { position })
  return t('foot.placeWait', { position, count: minutesOf(status).likely })
}

/** What stands on the launcher, "about 6 min", and what names it. */
export function launcherWords(t: WidgetTranslate, status: QueueStatus): { words: string; label: string } {
  const { position } = status
  if (status.wait === 'unknown') return { words: '', label: t('launcher.place', { position }) }
  const count = minutesOf(status).likely
  return { words: t('launcher.minutes', { count }), label: t('launcher.waiting', { position, count }) }
}

/** Why the wait is another than before, in sentences; empty when only time has passed as expected. */
export function reasonWords(t: WidgetTranslate, { reason, who, status }: QueueNews, before: QueueStatus | undefined) {
  const name = who?.name
  const sentences = [changeWords(t, status, before, reason)]
  if (reason === 'operator-came' && name) sentences.unshift(t('wait.came', { name }))
  if (reason === 'operator-left' && name) sentences.unshift(t('wait.gone', { name }))
  if (reason === 'moved-up') sentences.unshift(t('wait.movedUp'))
  return sentences.filter((sentence) => sentence !== '').join(' ')
}

function changeWords(t: WidgetTranslate, now: QueueStatus, before: QueueStatus | undefined, reason: string): string {
  if (now.wait === 'unknown' || before?.wait !== 'known') return ''
  const change = minutesOf(now).likely - minutesOf(before).likely
  if (change > 0) return t('wait.longer', { count: change })
  // That the wait gets shorter by waiting needs no reason.
  return change < 0 && reason !== 'time-passed' ? t('wait.less', { count: -change }) : ''
}
