import type { InboxTranslate } from '@deskbell/locales'
import { type OperatorConversation, type PromisedWait, promisedEnds } from '@deskbell/protocol'
import { waitOf } from '../models/promise.ts'
import { regional, shortDate, written } from './dates.ts'

const minute = 60
const hour = 3_600
const day = 86_400

/** The time of day, as this browser's owner writes it: 10:33. */
export function clockTime(at: number, locale: string): string {
  return written(at, locale, { hour: 'numeric', minute: '2-digit' })
}

/** A time of day today, else its date: for lists, where one word has to do. */
export function shortMoment(at: number, now: number, locale: string): string {
  return daysApart(at, now) === 0 ? clockTime(at, locale) : shortDate(at, locale)
}

/** Calendar days between two moments here; 0 is the same day, 1 the day before. */
export function daysApart(earlier: number, later: number): number {
  const [from, to] = [new Date(earlier), new Date(later)]
  return Math.round((to.setHours(0, 0, 0, 0) - from.setHours(0, 0, 0, 0)) / (day * 1_000))
}

/** A wait as a stopwatch shows it: 6:24, or 1:02:09. `ms` below 0 counts as 0. */
export function stopwatch(ms: number): string {
  const seconds = Math.max(0, Math.floor(ms / 1_000))
  const two = (value: number) => String(value).padStart(2, '0')
  const rest = `${Math.floor((seconds % hour) / minute)}:${two(seconds % minute)}`
  return seconds < hour ? rest : `${Math.floor(seconds / hour)}:${rest.padStart(5, '0')}`
}

/** A span in the unit that tells enough: 50 s, 7 min, 3 h, 1 d 4 h. */
export function span(t: InboxTranslate, seconds: number): string {
  if (seconds < minute) return t('promise.shortSeconds', { count: Math.max(0, Math.round(seconds)) })
  if (seconds < hour) return t('promise.shortMinutes', { count: Math.floor(seconds / minute) })
  if (seconds < day) return t('promise.shortHours', { count: Math.floor(seconds / hour) })
  return t('promise.shortDays', { days: Math.floor(seconds / day), hours: Math.floor((seconds % day) / hour) })
}

/** What a visitor was told, short and in whole minutes, never narrower than it was: 2–6 min. */
export function toldRange(t: InboxTranslate, promised: PromisedWait): string {
  const { from, to } = promisedEnds(promised)
  const [low, high] = [Math.floor(from / minute), Math.ceil(to / minute)]
  if (low === high) return t('promise.aboutMinutes', { high })
  return low > 0 ? t('promise.minutes', { low, high }) : t('promise.upToMinutes', { high })
}

/** How long somebody has waited, or waited until somebody came, in ms. */
export function waited(head: OperatorConversation, now: number): number {
  const { assignedAt, closedAt, status } = head
  return (status === 'waiting' ? now : (assignedAt ?? closedAt ?? now)) - waitOf(head).since
}

/** How long ago something was, as the page's language says it: 5 seconds ago. */
export function ago(seconds: number, locale: string): string {
  const words = new Intl.RelativeTimeFormat(regional(locale))
  if (seconds < minute) return words.format(-seconds, 'second')
  if (seconds < hour) return words.format(-Math.floor(seconds / minute), 'minute')
  return words.format(-Math.floor(seconds / hour), 'hour')
}
