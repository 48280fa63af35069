import { type GaveUp, type WaitsReport, waitSpans } from '@deskbell/protocol'
import { useInbox } from '../inbox-context.ts'
import { percent, spanName } from '../words/figures.ts'
import { FiguresTable } from './figures-table.tsx'

const spans = Array.from({ length: waitSpans.length + 1 }, (_, index) => index)

/** Who stopped waiting after reading what: each line is the wait that was told last, each column how long they had waited. */
export function GaveUpTable({ gaveUp }: Pick<WaitsReport, 'gaveUp'>) {
  const { t, locale } = useInbox()
  const goneOf = ({ after }: GaveUp) => after.reduce((total, each) => total + each, 0)
  const gone = gaveUp.reduce((total, row) => total + goneOf(row), 0)
  return (
    <section class="waits-part">
      <h2>{t('waits.gaveUp')}</h2>
      <p class="quiet">{gone === 0 ? t('waits.nobodyGaveUp') : t('waits.gaveUpText', { count: gone })}</p>
      {gone > 0 && (
        <FiguresTable
          label={t('waits.gaveUp')}
          heads={[
            t('waits.read'),
            t('waits.waits'),
            t('waits.gone'),
            t('waits.part'),
            ...spans.map((span) => t('waits.after', { time: spanName(t, span) })),
          ]}
          rows={gaveUp.map((row) => [
            row.told === undefined ? t('waits.readUnknown') : spanName(t, row.told),
            row.waits,
            goneOf(row),
            percent(goneOf(row) / row.waits, locale),
            ...row.after.map((count) => (count > 0 ? count : <span class="quiet">0</span>)),
          ])}
        />
      )}
    </section>
  )
}
