import type { WaitsReport } from '@deskbell/protocol'
import { useInbox } from '../inbox-context.ts'
import { percent } from '../words/figures.ts'
import { FiguresTable } from './figures-table.tsx'

/** What came of the waits. */
export function Outcomes({ outcomes, total }: Pick<WaitsReport, 'outcomes' | 'total'>) {
  const { t, locale } = useInbox()
  const { served, left, question, 'nobody-came': nobodyCame } = outcomes
  const going = total.waits - served - left - question - nobodyCame
  const rows = [
    [t('waits.served'), served],
    [t('waits.left'), left],
    [t('waits.question'), question],
    [t('waits.nobodyCame'), nobodyCame],
    ...(going > 0 ? [[t('waits.going'), going] as const] : []),
  ] as const
  return (
    <section class="waits-part">
      <h2>{t('waits.outcomes')}</h2>
      <FiguresTable
        label={t('waits.outcomes')}
        heads={[t('waits.outcome'), t('waits.waits'), t('waits.part')]}
        rows={rows.map(([name, count]) => [name, count, percent(count / total.waits, locale)])}
      />
    </section>
  )
}
