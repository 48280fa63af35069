import type { InboxTranslate } from '@deskbell/locales'
import type { Locale, TeamMember } from '@deskbell/protocol'
import { written } from './dates.ts'
import { clockTime, daysApart } from './times.ts'

interface Reader {
  locale: Locale
  /** In ms since 1970. */
  now: number
}

/** A moment in the reader's own time: 17:30, tomorrow 8:00, Mon 8:00; 4 Dec, 8:00 where weekdays do not tell. */
export function nearMoment(t: InboxTranslate, at: number, { locale, now }: Reader): string {
  const days = daysApart(now, at)
  const time = clockTime(at, locale)
  if (days === 0) return time
  if (days === 1) return t('duty.tomorrowAt', { time })
  const day = days > 0 && days < 7 ? ({ weekday: 'short' } as const) : ({ day: 'numeric', month: 'short' } as const)
  return written(at, locale, { ...day, hour: 'numeric', minute: '2-digit' })
}

/** Not to be disturbed, and until when. */
export function quietWords(t: InboxTranslate, { quiet }: Pick<TeamMember, 'quiet'>, reader: Reader): string {
  return quiet?.until === undefined
    ? t('disturb.said')
    : t('disturb.until', { time: nearMoment(t, quiet.until, reader) })
}

/** Until when somebody does not want to be disturbed; undefined: until they say so. */
export function quietEnd(t: InboxTranslate, { quiet }: Pick<TeamMember, 'quiet'>, reader: Reader): string | undefined {
  return quiet?.until === undefined ? undefined : t('duty.untilTime', { time: nearMoment(t, quiet.until, reader) })
}

/** Until when somebody is on duty, or when they are back; undefined where they have not said. */
export function dutyEnd(
  t: InboxTranslate,
  { isOnDuty, until, backAt }: Pick<TeamMember, 'isOnDuty' | 'until' | 'backAt'>,
  reader: Reader,
): string | undefined {
  const at = isOnDuty ? until : backAt
  if (at === undefined) return undefined
  return t(isOnDuty ? 'duty.untilTime' : 'duty.backTime', { time: nearMoment(t, at, reader) })
}
