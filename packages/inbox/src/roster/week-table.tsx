import type { TeamMember } from '@deskbell/protocol'
import { useInbox } from '../inbox-context.ts'
import type { DayCover, Stretch } from '../models/coverage.ts'
import { shortDayName, stretchName } from '../words/roster.ts'

interface Props {
  name: string
  days: readonly DayCover[]
  team: readonly TeamMember[]
}

/** What the picture shows, in words; folded away below it. */
export function WeekTable({ name, days, team }: Props) {
  const { t, locale } = useInbox()
  const inWords = (stretches: readonly Stretch[] = []) =>
    stretches.map((one) => stretchName(one, locale)).join(', ') || '–'
  const stretchesOf = (day: DayCover, id: string) => day.shifts.find(({ operatorId }) => operatorId === id)?.stretches
  return (
    <details class="roster-table">
      <summary>{t('roster.table')}</summary>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys */}
      <section aria-label={name} tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">{t('roster.day')}</th>
              {team.map(({ id, name: member }) => (
                <th key={id} scope="col">
                  <bdi>{member}</bdi>
                </th>
              ))}
              <th scope="col">{t('roster.nobody')}</th>
            </tr>
          </thead>
          <tbody>
            {days.map((day) => (
              <tr key={day.date}>
                <th scope="row">{shortDayName(day.date, locale)}</th>
                {team.map(({ id }) => (
                  <td key={id}>{inWords(stretchesOf(day, id))}</td>
                ))}
                <td>{inWords(day.holes)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </section>
    </details>
  )
}
