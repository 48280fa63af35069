import type { WaitsReport } from '@deskbell/protocol'
import { useInbox } from '../inbox-context.ts'
import { keptGoal, shareOf } from '../models/waits-report.ts'
import { percent, weekdayName } from '../words/figures.ts'
import { FiguresTable } from './figures-table.tsx'

export function ByWeekday({ weekdays }: Pick<WaitsReport, 'weekdays'>) {
  const { t, locale } = useInbox()
  return (
    <section class="waits-part">
      <h2>{t('waits.byWeekday')}</h2>
      <FiguresTable
        label={t('waits.byWeekday')}
        heads={[t('waits.day'), t('waits.waits'), t('waits.laterHead'), t('waits.share')]}
        rows={weekdays.map((count) => {
          const share = shareOf(count)
          const isMissed = share !== undefined && share < keptGoal
          const later = count.later > 0 ? <span class={isMissed ? 'late' : undefined}>{count.later}</span> : 0
          return [weekdayName(count.weekday, locale), count.waits, later, percent(share, locale)]
        })}
      />
    </section>
  )
}
