import { Button } from '../components/button.tsx'
import { useInbox } from '../inbox-context.ts'
import { nearMoment } from '../words/duty.ts'

/** Asks who meant to stop by now whether to go on. Nothing happens until it is answered: visitors still come. */
export function UntilLine() {
  const { t, locale, desk } = useInbox()
  const { team, clock, handling, link } = desk
  const until = team.isOnDuty.value ? team.dutyEnd.value : undefined
  const now = clock.now.value
  const isPast = until !== undefined && until <= now && !link.isLost.value
  return (
    <div role="status">
      {isPast && (
        <div class="line-notice line-notice--quiet">
          <p>
            {t('duty.untilPassed', { time: nearMoment(t, until, { locale, now }) })}{' '}
            <span class="quiet">{t('duty.untilPassedText')}</span>
          </p>
          <Button onClick={() => void handling.setDuty(true)}>{t('duty.goOn')}</Button>
          <Button onClick={() => void handling.setDuty(false)}>{t('duty.goAway')}</Button>
        </div>
      )}
    </div>
  )
}
