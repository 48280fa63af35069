import { type OtherDays, rosterLimits } from '@deskbell/protocol'
import { Button } from '../components/button.tsx'
import { useInbox } from '../inbox-context.ts'
import { dayIn } from '../models/coverage.ts'
import { daysFault } from '../models/hours-form.ts'
import type { RosterForm } from '../models/roster-form.ts'
import { DaysRow } from '../pages/days-row.tsx'
import { HoursOfDay } from '../pages/hours-of-day.tsx'
import { daysName } from '../words/roster.ts'

/** Days on which somebody's week does not count: absent, or there at other hours. */
export function OtherDaysFields({ form }: { form: RosterForm }) {
  const { t, locale, desk } = useInbox()
  const nameOf = ({ from, to }: OtherDays) =>
    daysFault({ from, to }) ? t('roster.otherHead') : daysName(from, to, locale)
  const { otherDays } = form.plan.value
  const put = (next: readonly OtherDays[]) => form.changePlan({ otherDays: next })
  const add = () => {
    const today = dayIn(form.hours.peek()?.timeZone ?? 'UTC', desk.clock.now.peek())
    put([...otherDays, { from: today, to: today, spans: [] }])
  }
  return (
    <fieldset class="settings-part">
      <legend>{t('roster.otherHead')}</legend>
      <p class="quiet">{t('roster.otherText')}</p>
      {otherDays.map((other, place) => {
        const change = (part: Partial<OtherDays>) => put(otherDays.with(place, { ...other, ...part }))
        const faults = form.faults.value.others[place]
        return (
          <div key={place} class="roster-other">
            <DaysRow
              days={other}
              fault={faults?.days}
              onDays={change}
              onRemove={() => put(otherDays.filter((_, index) => index !== place))}
            />
            <HoursOfDay
              name={nameOf(other)}
              none={t('roster.absent')}
              spans={other.spans}
              fault={faults?.hours}
              onSpans={(spans) => change({ spans })}
            />
          </div>
        )
      })}
      {otherDays.length < rosterLimits.otherDays && (
        <Button class="topic-add" onClick={add}>
          {t('hours.closedAdd')}
        </Button>
      )}
    </fieldset>
  )
}
