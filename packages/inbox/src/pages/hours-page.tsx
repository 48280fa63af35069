import { useId } from 'preact/hooks'
import { useModel } from '../components/use-model.ts'
import { useInbox } from '../inbox-context.ts'
import { draftShelf } from '../models/draft-shelf.ts'
import { type HoursForm, HoursFormModel } from '../models/hours-form.ts'
import { written } from '../words/dates.ts'
import { ClosedDays } from './closed-days.tsx'
import { DraftForm, FormPage } from './form-page.tsx'
import { HoursOfWeek } from './hours-of-week.tsx'

const parts = { timeZone: 'hours.timeZone', week: 'hours.week', closed: 'hours.closedHead' } as const

/** When somebody is usually there, and what visitors read of it while nobody is. */
export function HoursPage() {
  const { t, http } = useInbox()
  const form = useModel(() => new HoursFormModel(http, draftShelf('hours')))
  return (
    <FormPage t={t} form={form} at="hours" head={t('hours.title')} text={t('hours.text')}>
      {({ week, closed }) => (
        <DraftForm
          t={t}
          form={form}
          label={t('hours.title')}
          class="form settings-form hours"
          partName={(part) => t(parts[part as keyof typeof parts])}
        >
          <Opens form={form} />
          <TimeZone form={form} />
          <HoursOfWeek
            label={t('hours.week')}
            none={t('hours.closed')}
            week={week}
            faults={form.faults.value.days}
            onWeek={(changed) => form.change({ week: changed })}
          />
          <ClosedDays form={form} closed={closed} />
        </DraftForm>
      )}
    </FormPage>
  )
}

/** By the hours that are saved. */
function Opens({ form: { opensAt, isChanged } }: { form: HoursForm }) {
  const { t, locale } = useInbox()
  if (isChanged.value || opensAt.value === undefined) return null
  const when = written(opensAt.value, locale, { weekday: 'long', hour: 'numeric', minute: '2-digit' })
  return <p class="hours-next">{t('hours.next', { when })}</p>
}

function TimeZone({ form: { hours, change } }: { form: HoursForm }) {
  const { t } = useInbox()
  const id = useId()
  const { timeZone = 'UTC' } = hours.value ?? {}
  const zones = [...new Set([timeZone, 'UTC', ...Intl.supportedValuesOf('timeZone')])].sort()
  return (
    <div class="form-field">
      <label for={id}>{t('hours.timeZone')}</label>
      <select
        id={id}
        class="form-input form-select"
        value={timeZone}
        aria-describedby={`${id}-hint`}
        onChange={({ currentTarget }) => change({ timeZone: currentTarget.value })}
      >
        {zones.map((zone) => (
          <option key={zone}>{zone}</option>
        ))}
      </select>
      <span class="form-hint" id={`${id}-hint`}>
        {t('hours.timeZoneHint')}
      </span>
    </div>
  )
}
