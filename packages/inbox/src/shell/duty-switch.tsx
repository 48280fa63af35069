import { useSignal } from '@preact/signals'
import { Button } from '../components/button.tsx'
import { useInbox } from '../inbox-context.ts'
import { DutyTime } from './duty-time.tsx'

/** On duty or away and how long, changed where it stands; below it the other, with how long that will be. */
export function DutySwitch() {
  const { t, desk } = useInbox()
  const { team, view, handling, link } = desk
  const isOnDuty = team.isOnDuty.value
  const wanted = useSignal<number | undefined>(undefined)
  /** What was chosen and the relay has not answered. */
  const asked = useSignal<{ end: number | undefined } | undefined>(undefined)
  const isDisabled = !link.isUp.value
  const until = { label: t('duty.until'), none: t('duty.noEnd'), isDisabled }
  const backAt = { label: t('duty.backAt'), none: t('duty.notSaid'), isDisabled }
  const changeEnd = async (end: number | undefined) => {
    asked.value = { end }
    await handling.setDuty(isOnDuty, end)
    asked.value = undefined
  }
  const switchDuty = () => {
    view.closeLayer()
    void handling.setDuty(!isOnDuty, wanted.peek())
  }
  return (
    <>
      <p class="quiet">{t(isOnDuty ? 'duty.onDutyText' : 'duty.awayText')}</p>
      <DutyTime
        {...(isOnDuty ? until : backAt)}
        value={asked.value ? asked.value.end : team.dutyEnd.value}
        onValue={changeEnd}
      />
      <div class="duty-other">
        <DutyTime
          {...(isOnDuty ? backAt : until)}
          value={wanted.value}
          onValue={(at) => {
            wanted.value = at
          }}
        />
        <Button kind={isOnDuty ? 'usual' : 'main'} onClick={switchDuty} isDisabled={isDisabled}>
          {t(isOnDuty ? 'duty.goAway' : 'duty.goOnDuty')}
        </Button>
      </div>
    </>
  )
}
