import type { WaitsReport } from '@deskbell/protocol'
import { useEffect } from 'preact/hooks'
import { useModel } from '../components/use-model.ts'
import { useInbox } from '../inbox-context.ts'
import { WaitsReportModel, type WaitsReportState, waitPeriods } from '../models/waits-report.ts'
import { Page } from '../pages/page.tsx'
import { PageState } from '../pages/page-state.tsx'
import { ByDay } from './by-day.tsx'
import { ByHour } from './by-hour.tsx'
import { ByWeekday } from './by-weekday.tsx'
import { GaveUpTable } from './gave-up.tsx'
import { KeptShare } from './kept-share.tsx'
import { Outcomes } from './outcomes.tsx'
import './waits.css'

/** Whether the waits that were promised came true. */
export function WaitsPage() {
  const { t, http } = useInbox()
  const model = useModel(() => new WaitsReportModel(http, Intl.DateTimeFormat().resolvedOptions().timeZone))
  useEffect(() => {
    void model.load()
  }, [model])
  const report = model.report.value
  const state = model.state.value
  return (
    <Page head={t('waits.head')} actions={<Actions model={model} />}>
      {report && state !== 'failed' ? (
        <div aria-busy={state === 'loading'}>
          {report.total.waits === 0 ? (
            <Empty days={model.days.value} atOnce={report.atOnce} />
          ) : (
            <Figures report={report} model={model} />
          )}
        </div>
      ) : (
        <PageState
          t={t}
          state={state === 'failed' ? state : 'loading'}
          trouble={model.trouble.value}
          onTryAgain={model.load}
        />
      )}
    </Page>
  )
}

/** Which days, and the same as a file. */
function Actions({ model }: { model: WaitsReportState }) {
  const { t } = useInbox()
  return (
    <>
      <fieldset class="choice">
        <legend class="visually-hidden">{t('waits.period')}</legend>
        {waitPeriods.map((days) => (
          <label key={days}>
            <input
              type="radio"
              name="waits-period"
              checked={model.days.value === days}
              onChange={() => model.choose(days)}
            />
            {t('waits.days', { count: days })}
          </label>
        ))}
      </fieldset>
      <a class="button" href={model.fileUrl()} download="deskbell-waits.csv" title={t('waits.fileHint')}>
        CSV
      </a>
    </>
  )
}

function Figures({ report, model }: { report: WaitsReport; model: WaitsReportState }) {
  const { t } = useInbox()
  return (
    <>
      <KeptShare total={report.total} atOnce={report.atOnce} />
      <div class="waits-columns">
        <div>
          <ByDay days={report.days} period={model.days.value} />
          <ByHour hours={report.hours} total={report.total} />
        </div>
        <div>
          <ByWeekday weekdays={report.weekdays} />
          <Outcomes outcomes={report.outcomes} total={report.total} />
        </div>
      </div>
      <GaveUpTable gaveUp={report.gaveUp} />
      <p class="waits-kept quiet">{t('waits.kept')}</p>
    </>
  )
}

function Empty({ days, atOnce }: { days: number; atOnce: number }) {
  const { t } = useInbox()
  return (
    <div class="page-empty">
      <p>
        <b>{t('waits.emptyHead', { count: days })}</b>
      </p>
      {atOnce > 0 && <p>{t('waits.atOnce', { count: atOnce })}</p>}
      <p>{t('waits.emptyText')}</p>
    </div>
  )
}
