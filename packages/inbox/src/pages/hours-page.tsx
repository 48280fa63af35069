import { useModel } from '@preact/signals'
import { useEffect, useId } from 'preact/hooks'
import { useInbox } from '../inbox-context.ts'
import { draftShelf } from '../models/draft-shelf.ts'
import { type HoursForm, HoursFormModel } from '../models/hours-form.ts'
import { ClosedDays } from './closed-days.tsx'
import { Form } from './form.tsx'
import { HoursOfDay } from './hours-of-day.tsx'
import { Page } from './page.tsx'
import { PageState } from './page-state.tsx'
import { SaveBar } from './save-bar.tsx'
import { SettingsMenu } from './settings-menu.tsx'
import './settings.css'
import './hours.css'

/** When somebody is usually there, and what visitors read of it while nobody is. */
export function HoursPage() {
  const { t, http } = useInbox()
  const form = useModel(() => new HoursFormModel(http, draftShelf('hours')))
  useEffect(() => {
    void form.load()
  }, [form])
  const { state, trouble, hours } = form
  return (
    <Page head={t('hours.title')} text={t('hours.text')} menu={<SettingsMenu t={t} at="hours" />}>
      {hours.value ? (
        <Form label={t('hours.title')} class="form settings-form hours" onSubmit={form.save}>
          <Opens form={form} />
          <TimeZone form={form} />
          <fieldset class="settings-part">
            <legend>{t('hours.week')}</legend>
            {hours.value.week.map((spans, day) => (
              <HoursOfDay key={weekdays[day]} form={form} day={day} spans={spans} />
            ))}
          </fieldset>
          <ClosedDays form={form} closed={hours.value.closed} />
          <SaveBar
            t={t}
            isChanged={form.isChanged.value}
            isSaving={state.value === 'saving'}
            isSaved={form.isSaved.value}
            trouble={trouble.value}
            onDiscard={form.discard}
          />
        </Form>
      ) : (
        <PageState
          t={t}
          state={state.value === 'failed' ? 'failed' : 'loading'}
          trouble={trouble.value}
          onTryAgain={form.load}
        />
      )}
    </Page>
  )
}

const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

/** By the hours that are saved. */
function Opens({ form: { opensAt, isChanged } }: { form: HoursForm }) {
  const { t, locale } = useInbox()
  if (isChanged.value || opensAt.value === undefined) return null
  const when = new Intl.DateTimeFormat(locale, { weekday: 'long', hour: 'numeric', minute: '2-digit' })
  return <p class="hours-next">{t('hours.next', { when: when.format(opensAt.value) })}</p>
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
