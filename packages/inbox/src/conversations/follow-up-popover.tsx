import { type OperatorConversation, workLimits } from '@deskbell/protocol'
import { useSignal } from '@preact/signals'
import { Button } from '../components/button.tsx'
import { Layer } from '../components/layer.tsx'
import { useInbox } from '../inbox-context.ts'
import { followUpTimes, toField } from '../models/follow-up-times.ts'
import { nearMoment } from '../words/duty.ts'
import { sentence, visitorInText } from '../words/names.ts'
import { clockTime } from '../words/times.ts'
import '../components/options.css'
import './follow-up-popover.css'

/** When it comes back: a usual time by one press, or any other. */
export function FollowUpPopover({ head }: { head: OperatorConversation }) {
  const { t, locale, desk } = useInbox()
  const { view, filing, clock } = desk
  const now = clock.now.peek()
  const own = useSignal(toField(head.followUp?.at ?? now + 86_400_000))
  const putOff = (at: number | undefined) => {
    if (filing.isBusy.peek()) return
    view.closeLayer()
    void filing.putOff(head, at)
  }
  const submit = (event: Event) => {
    event.preventDefault()
    putOff(new Date(own.peek()).getTime())
  }
  return (
    <Layer kind="popover" label={t('followUp.head')} onClose={view.closeLayer}>
      <h2>{t('followUp.head')}</h2>
      <ul class="options">
        {followUpTimes(now).map(({ name, at }) => (
          <li key={name}>
            <button type="button" class="option option--press" onClick={() => putOff(at)}>
              {t(`followUp.${name}`)}
              <span class="option-end">
                {name === 'tomorrow' ? clockTime(at, locale) : nearMoment(t, at, { locale, now })}
              </span>
            </button>
          </li>
        ))}
      </ul>
      <form class="follow-up-own" onSubmit={submit}>
        <label for="follow-up-at">{t('followUp.other')}</label>
        <input
          id="follow-up-at"
          class="form-input"
          type="datetime-local"
          required
          min={toField(now)}
          max={toField(now + workLimits.followUpWithin)}
          value={own.value}
          onInput={({ currentTarget }) => {
            own.value = currentTarget.value
          }}
        />
        <Button type="submit" kind="main">
          {t('followUp.submit')}
        </Button>
        {head.status === 'assigned' && (
          <p class="form-hint">{sentence(t('followUp.willSee', { name: visitorInText(t, head) }))}</p>
        )}
        {head.followUp && (
          <Button kind="plain" onClick={() => putOff(undefined)}>
            {t('followUp.none')}
          </Button>
        )}
      </form>
    </Layer>
  )
}
