import { sentences, type WidgetTranslate } from '@deskbell/locales'
import type { QueueNews, QueueStatus } from '@deskbell/protocol'
import { isFree, type KnownStatus, minutesOf, spanOf } from './wait-span.ts'

/** A wait in words: the middle, and the range behind it with the comma that joins them. */
export interface WaitWords {
  about: string
  range: string
}

/** How long it takes, as sentences of their own. The range is never narrower than what the relay knows. */
export function waitWords(t: WidgetTranslate, status: QueueStatus): WaitWords {
  if (status.wait === 'unknown') return { about: t('wait.unknown'), range: '' }
  const words = spanWords(t, status)
  return { about: words.charAt(0).toUpperCase() + words.slice(1), range: rangeWords(t, status) }
}

/** "about 6 minutes", within a sentence. */
function spanWords(t: WidgetTranslate, status: KnownStatus): string {
  const { kind, values } = spanOf(status)
  return t(`wait.${kind}`, values)
}

function rangeWords(t: WidgetTranslate, status: KnownStatus): string {
  const { kind } = spanOf(status)
  const low = minutesOf(status.lowSeconds, Math.floor)
  const high = minutesOf(status.highSeconds, Math.ceil)
  if (kind === 'over' || low === high || (kind === 'soon' && high <= 1)) return ''
  return low === 0 ? t('wait.upTo', { count: high }) : t('wait.range', { low, high })
}

/** The place and wait of somebody who asks now: "You would be number 3: about 6 minutes." */
export function wouldWords(t: WidgetTranslate, next: QueueStatus): string {
  const { position } = next
  if (next.wait === 'unknown') return t('ask.wouldUnknown', { position })
  return isFree(next) ? t('ask.free') : t('ask.would', { position, wait: spanWords(t, next) })
}

/** "Number 3, about 6 minutes" */
export function placeWords(t: WidgetTranslate, status: QueueStatus): string {
  const { position } = status
  if (status.wait === 'unknown') return t('foot.placeOnly', { position })
  return t('foot.placeWait', { position, wait: spanWords(t, status) })
}

/** What stands on the launcher, "about 6 min", and what names it. */
export function launcherWords(t: WidgetTranslate, status: QueueStatus): { words: string; label: string } {
  const { position } = status
  if (status.wait === 'unknown') return { words: '', label: t('launcher.place', { position }) }
  const { kind, values } = spanOf(status)
  return {
    words: t(`launcher.${kind}`, values),
    label: t('launcher.waiting', { position, wait: spanWords(t, status) }),
  }
}

/** Why the wait is another than before, in sentences; empty when only time has passed as expected. */
export function reasonWords(t: WidgetTranslate, { reason, who, status }: QueueNews, before: QueueStatus | undefined) {
  const name = who?.name
  let why = ''
  if (reason === 'operator-came' && name) why = t('wait.came', { name })
  if (reason === 'operator-left' && name) why = t('wait.gone', { name })
  if (reason === 'moved-up') why = t('wait.movedUp')
  return sentences(why, changeWords(t, status, before, reason))
}

function changeWords(t: WidgetTranslate, now: QueueStatus, before: QueueStatus | undefined, reason: string): string {
  if (now.wait === 'unknown' || before?.wait !== 'known') return ''
  const change = minutesSaid(now) - minutesSaid(before)
  if (change > 0) return t('wait.longer', { count: change })
  // That the wait gets shorter by waiting needs no reason.
  return change < 0 && reason !== 'time-passed' ? t('wait.less', { count: -change }) : ''
}

function minutesSaid({ likelySeconds }: KnownStatus): number {
  return Math.max(1, minutesOf(likelySeconds, Math.round))
}
