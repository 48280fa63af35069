import type { OpenSpan } from '@deskbell/protocol'
import { useInbox } from '../inbox-context.ts'
import type { Wording } from '../models/wording.ts'
import { weekdayName } from '../words/figures.ts'
import { HoursOfDay } from './hours-of-day.tsx'

type Week = readonly (readonly OpenSpan[])[]

interface Props {
  label: string
  /** Said of a day without any. */
  none: string
  /** Monday first. */
  week: Week
  faults: readonly (Wording | undefined)[]
  onWeek: (week: Week) => void
}

/** The hours of every day of a week; Monday's are written once for five days. */
export function HoursOfWeek({ label, none, week, faults, onWeek }: Props) {
  const { locale } = useInbox()
  const [monday = []] = week
  const likeMonday = () => onWeek([...new Array<typeof monday>(5).fill(monday), ...week.slice(5)])
  return (
    <fieldset class="settings-part">
      <legend>{label}</legend>
      {week.map((spans, day) => (
        <HoursOfDay
          key={day}
          name={weekdayName(day + 1, locale)}
          none={none}
          spans={spans}
          fault={faults[day]}
          onSpans={(changed) => onWeek(week.with(day, changed))}
          onWeekdays={day === 0 && spans.length > 0 ? likeMonday : undefined}
        />
      ))}
    </fieldset>
  )
}
