import type { TeamMember } from '@deskbell/protocol'
import type { ComponentChildren } from 'preact'
import { useInbox } from '../inbox-context.ts'
import { type DayCover, hoursShown, type Stretch } from '../models/coverage.ts'
import { hourName } from '../words/figures.ts'
import { shortDayName } from '../words/roster.ts'

interface Props {
  name: string
  days: readonly DayCover[]
  team: readonly TeamMember[]
  today: string
}

/** A row for each day, a bar for each time on shift, and hatched where it is open and nobody is there. The table says the same. */
export function WeekPicture({ name, days, ...row }: Props) {
  const { locale } = useInbox()
  const shown = hoursShown(days)
  const step = shown.to - shown.from > 12 ? 4 : 2
  const ticks = Array.from(
    { length: Math.ceil((shown.to - shown.from) / step) },
    (_, place) => shown.from + place * step,
  )
  return (
    <div class="roster-picture" role="img" aria-label={name}>
      <div class="roster-hours">
        {ticks.map((hour) => (
          <Bar key={hour} class="roster-tick" shown={shown} of={{ from: hour * 60, to: (hour + step) * 60 }}>
            {hourName(hour, locale)}
          </Bar>
        ))}
      </div>
      {days.map((day) => (
        <DayRow key={day.date} day={day} shown={shown} {...row} />
      ))}
    </div>
  )
}

interface RowProps extends Pick<Props, 'team' | 'today'> {
  day: DayCover
  /** In full hours. */
  shown: Stretch
}

function DayRow({ day, shown, team, today }: RowProps) {
  const { t, locale } = useInbox()
  const lanes = team.flatMap((member, place) => {
    const shift = day.shifts.find(({ operatorId }) => operatorId === member.id)
    return shift ? [{ ...shift, name: member.name, colour: place % faces }] : []
  })
  return (
    <div class="roster-day">
      <span class={day.date === today ? 'roster-date roster-date--today' : 'roster-date'}>
        {shortDayName(day.date, locale)}
      </span>
      <div class="roster-track">
        {day.open.map((open) => (
          <Bar key={open.from} class="roster-open" shown={shown} of={open} />
        ))}
        {lanes.map(({ operatorId, name, colour, stretches }) => (
          <div key={operatorId} class="roster-lane">
            {stretches.map((one) => (
              <Bar key={one.from} class={`roster-shift roster-shift--${colour}`} shown={shown} of={one}>
                <bdi>{name}</bdi>
              </Bar>
            ))}
          </div>
        ))}
        {day.holes.length > 0 && (
          <div class="roster-lane">
            {day.holes.map((hole) => (
              <Bar key={hole.from} class="roster-hole" shown={shown} of={hole}>
                <span>{t('roster.nobody')}</span>
              </Bar>
            ))}
          </div>
        )}
      </div>
    </div>
  )
}

/** So many colours of faces there are. */
const faces = 6

interface BarProps {
  class: string
  shown: Stretch
  of: Stretch
  children?: ComponentChildren
}

/** What lasts from then to then, in its place on the line of hours. */
function Bar({ class: className, shown, of: { from, to }, children }: BarProps) {
  const share = (minutes: number) => (minutes / 60 - shown.from) / (shown.to - shown.from)
  return (
    <span class={className} style={{ '--from': String(share(from)), '--to': String(Math.min(1, share(to))) }}>
      {children}
    </span>
  )
}
