import { useId } from 'preact/hooks'
import { useInbox } from '../inbox-context.ts'
import { type QuietSpan, quietOf, quietSpans } from '../models/quiet-spans.ts'
import { quietEnd } from '../words/duty.ts'

/** Do not disturb, for a while or until it is ended; changed where it stands. */
export function QuietChoice() {
  const { t, locale, desk } = useInbox()
  const { team, quiet, clock, link } = desk
  const id = useId()
  if (!team.isOnDuty.value) return null
  const now = clock.now.peek()
  const end = quiet.isOn.value ? quietEnd(t, team.me.value ?? {}, { locale, now }) : undefined
  const choose = (chosen: string) => void quiet.set(quietOf(chosen as QuietSpan | 'off', now))
  return (
    <div>
      <p class="duty-time">
        <label for={id}>{t('disturb.label')}</label>
        <select
          id={id}
          class="form-input form-select"
          aria-describedby={`${id}-hint`}
          value={end ? 'now' : quiet.isOn.value ? 'open' : 'off'}
          disabled={!link.isUp.value || quiet.isBusy.value}
          onChange={({ currentTarget }) => choose(currentTarget.value)}
        >
          <option value="off">{t('disturb.off')}</option>
          {end && <option value="now">{end}</option>}
          {quietSpans.map((span) => (
            <option key={span} value={span}>
              {t(`disturb.${span}`)}
            </option>
          ))}
        </select>
      </p>
      <p class="form-hint" id={`${id}-hint`}>
        {t('disturb.text')}
      </p>
    </div>
  )
}
