import type { OpeningHours } from '@deskbell/protocol'
import { Icon, warnIcon } from '@deskbell/ui'
import { useInbox } from '../inbox-context.ts'
import type { DayCover } from '../models/coverage.ts'
import { hashOf } from '../router.ts'
import { listed } from '../words/names.ts'
import { shortDayName, stretchName } from '../words/roster.ts'

interface Props {
  days: readonly DayCover[]
  hours: OpeningHours
}

/** Says in words when it is open and nobody is on shift. */
export function Holes({ days, hours }: Props) {
  const { t, locale } = useInbox()
  if (hours.week.every((day) => day.length === 0)) {
    return (
      <p class="quiet">
        {t('roster.noHours')} <a href={hashOf({ page: 'hours' })}>{t('hours.title')}</a>
      </p>
    )
  }
  const holes = days.flatMap(({ date, holes: those }) =>
    those.length > 0
      ? [
          `${shortDayName(date, locale)} ${listed(
            those.map((one) => stretchName(one, locale)),
            locale,
            'conjunction',
          )}`,
        ]
      : [],
  )
  if (holes.length === 0) return <p role="status">{t('roster.covered')}</p>
  return (
    <div class="form-warning roster-holes" role="status">
      <Icon of={warnIcon} small />
      <p>
        {t('roster.holes')} {holes.join(' · ')}
      </p>
    </div>
  )
}
