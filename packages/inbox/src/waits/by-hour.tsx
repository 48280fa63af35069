import type { Spread, WaitsReport } from '@deskbell/protocol'
import { useMemo } from 'preact/hooks'
import { useInbox } from '../inbox-context.ts'
import { shareOf } from '../models/waits-report.ts'
import { hourName, length, percent } from '../words/figures.ts'
import type { ChartData, ChartLine } from './chart-data.ts'
import { FoldedFigures } from './figures-table.tsx'
import { WaitChart } from './wait-chart.tsx'

type Hour = WaitsReport['hours'][number]

/** What was promised and what came true, by hour of the day: the mean, and what 95 of 100 do not exceed. */
export function ByHour({ hours, total }: Pick<WaitsReport, 'hours' | 'total'>) {
  const { t, locale } = useInbox()
  const all = useMemo(() => withGaps(hours), [hours])
  const data = useMemo(() => chartOf(all, locale), [all, locale])
  const means = (of: { promised?: Spread; waited?: Spread } | undefined) => ({
    promised: length(t, of?.promised?.meanSeconds),
    waited: length(t, of?.waited?.meanSeconds),
  })
  const ends = { promised: length(t, total.promised?.p95Seconds), waited: length(t, total.waited?.p95Seconds) }
  return (
    <section class="waits-part">
      <h2>{t('waits.byHour')}</h2>
      {total.promised && (
        <p>
          {t('waits.means', means(total))} {t('waits.ends', ends)}
        </p>
      )}
      <WaitChart
        data={data}
        label={t('waits.byHourLabel')}
        describe={(index) =>
          t('waits.hourReadout', { hour: hourName(all[index]?.hour ?? 0, locale), ...means(all[index]) })
        }
      />
      <Legend />
      <FoldedFigures
        label={t('waits.byHour')}
        heads={[
          t('waits.hour'),
          t('waits.waits'),
          t('waits.share'),
          t('waits.toldMean'),
          t('waits.trueMean'),
          t('waits.toldP95'),
          t('waits.trueP95'),
        ]}
        rows={hours.map((hour) => [
          hourName(hour.hour, locale),
          hour.waits,
          percent(shareOf(hour), locale),
          length(t, hour.promised?.meanSeconds),
          length(t, hour.waited?.meanSeconds),
          length(t, hour.promised?.p95Seconds),
          length(t, hour.waited?.p95Seconds),
        ])}
      />
    </section>
  )
}

function Legend() {
  const { t } = useInbox()
  const keys = [
    ['promise', 'line', t('waits.toldMean')],
    ['truth', 'line', t('waits.trueMean')],
    ['promise', 'dashes', t('waits.toldP95')],
    ['truth', 'dashes', t('waits.trueP95')],
  ] as const
  return (
    <ul class="wait-legend" aria-hidden="true">
      {keys.map(([ink, shape, words]) => (
        <li key={words}>
          <i data-ink={ink} data-shape={shape} />
          {words}
        </li>
      ))}
    </ul>
  )
}

/** Every hour from the first in which somebody asked to the last. */
function withGaps(hours: readonly Hour[]): { hour: number; promised?: Spread; waited?: Spread }[] {
  const [first, last] = [hours[0]?.hour ?? 0, hours.at(-1)?.hour ?? 0]
  const known = new Map(hours.map((each) => [each.hour, each]))
  return Array.from({ length: last - first + 1 }, (_, index) => known.get(first + index) ?? { hour: first + index })
}

function chartOf(all: ReturnType<typeof withGaps>, locale: string): ChartData {
  const line = (ink: 'promise' | 'truth', shape: ChartLine['shape'], of: 'meanSeconds' | 'p95Seconds'): ChartLine => ({
    ...{ ink, shape },
    values: all.map((hour) => minutes((ink === 'promise' ? hour.promised : hour.waited)?.[of])),
  })
  return {
    names: all.map(({ hour }) => hourName(hour, locale)),
    label: (value) => value.toLocaleString(locale),
    lines: [
      line('promise', 'line', 'meanSeconds'),
      line('truth', 'line', 'meanSeconds'),
      line('promise', 'dashes', 'p95Seconds'),
      line('truth', 'dashes', 'p95Seconds'),
    ],
  }
}

function minutes(seconds: number | undefined): number | undefined {
  return seconds === undefined ? undefined : seconds / 60
}
