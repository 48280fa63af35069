import type { OpeningHours, OperatorPlan, TeamMember } from '@deskbell/protocol'
import { useSignal } from '@preact/signals'
import { Button } from '../components/button.tsx'
import { useInbox } from '../inbox-context.ts'
import { coverOf, dayIn, weekOf } from '../models/coverage.ts'
import { isAsked } from '../models/gaps.ts'
import { daysName } from '../words/roster.ts'
import { AskedChoice } from './asked-choice.tsx'
import { Holes } from './holes.tsx'
import { WeekPicture } from './week-picture.tsx'
import { WeekTable } from './week-table.tsx'
import './roster.css'

interface Props {
  team: readonly TeamMember[]
  plans: readonly OperatorPlan[]
  hours: OpeningHours
}

/** A week as it stands on screen: who covers it, and where nobody does; for everybody, or who is asked for a language or a skill. */
export function WeekCover({ team, plans, hours }: Props) {
  const { t, locale, desk } = useInbox()
  const later = useSignal(0)
  const asked = useSignal('')
  const today = dayIn(hours.timeZone, desk.clock.now.peek())
  const week = weekOf(today, later.value)
  const people = team.filter((member) => isAsked(member, asked.value))
  const theirs = plans.filter(({ operatorId }) => people.some(({ id }) => id === operatorId))
  const days = week.map((date) => coverOf(theirs, hours, date))
  const [first = '', , , , , , last = ''] = week
  const name = daysName(first, last, locale)
  const go = (weeks: number) => {
    later.value = weeks
  }
  return (
    <section class="roster-cover" aria-label={t('roster.cover')}>
      <div class="roster-bar">
        <h2 aria-live="polite">{name}</h2>
        <span class="roster-step">
          <Button label={t('roster.earlier')} onClick={() => go(later.peek() - 1)}>
            ‹
          </Button>
          <Button isDisabled={later.value === 0} onClick={() => go(0)}>
            {t('roster.thisWeek')}
          </Button>
          <Button label={t('roster.later')} onClick={() => go(later.peek() + 1)}>
            ›
          </Button>
        </span>
        <AskedChoice
          team={team}
          value={asked.value}
          onValue={(chosen) => {
            asked.value = chosen
          }}
        />
      </div>
      <WeekPicture name={name} days={days} team={team} today={today} />
      <Holes days={days} hours={hours} />
      <WeekTable name={name} days={days} team={people} />
    </section>
  )
}
