import type { WaitCount, WaitsReport } from '@deskbell/protocol'
import { useMemo } from 'preact/hooks'
import { useInbox } from '../inbox-context.ts'
import { daysUpTo, keptGoal, shareOf } from '../models/waits-report.ts'
import { dayName, percent } from '../words/figures.ts'
import type { ChartData } from './chart-data.ts'
import { FoldedFigures } from './figures-table.tsx'
import { WaitChart } from './wait-chart.tsx'

interface Props {
  days: WaitsReport['days']
  /** How many days are looked back on. */
  period: number
}

/** The share kept, day by day, with the goal as a line. */
export function ByDay({ days, period }: Props) {
  const { t, locale, desk } = useInbox()
  const { now } = desk.clock
  const all = useMemo(() => {
    const counts = new Map(days.map((count) => [count.day, count]))
    return daysUpTo(now.peek(), period).map((day) => ({ name: dayName(day, locale), count: counts.get(day) }))
  }, [days, period, locale, now])
  const data = useMemo(() => chartOf(all, locale), [all, locale])
  const label = t('waits.byDayLabel', { goal: percent(keptGoal, locale) })
  const describe = (index: number) => {
    const { name, count } = all[index] ?? { name: '', count: undefined }
    const words = { day: name, share: percent(shareOf(count), locale), count: count?.waits ?? 0 }
    return t('waits.dayReadout', words)
  }
  return (
    <section class="waits-part">
      <h2>{t('waits.byDay')}</h2>
      <WaitChart data={data} label={label} describe={describe} />
      <FoldedFigures
        label={t('waits.byDay')}
        heads={[
          t('waits.day'),
          t('waits.waits'),
          t('waits.soonerHead'),
          t('waits.keptHead'),
          t('waits.laterHead'),
          t('waits.share'),
        ]}
        rows={all.flatMap(({ name, count }) =>
          count ? [[name, count.waits, count.sooner, count.kept, count.later, percent(shareOf(count), locale)]] : [],
        )}
      />
    </section>
  )
}

function chartOf(all: readonly { name: string; count: WaitCount | undefined }[], locale: string): ChartData {
  const shares = all.map(({ count }) => shareOf(count))
  return {
    names: all.map(({ name }) => name),
    most: 1,
    label: (value) => percent(value, locale),
    lines: [
      { ink: 'kept', shape: 'bars', values: shares.map((share = 0) => (share >= keptGoal ? share : undefined)) },
      { ink: 'missed', shape: 'bars', values: shares.map((share = 1) => (share < keptGoal ? share : undefined)) },
      { ink: 'goal', shape: 'level', values: shares.map(() => keptGoal) },
    ],
  }
}
