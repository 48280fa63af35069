import { Button } from '../components/button.tsx'
import { useInbox } from '../inbox-context.ts'

/** Says that nothing rings yet, where the browser waits for a click or a key. Any one will do, not only on this button. */
export function SoundLine() {
  const { t, desk } = useInbox()
  const { isSilenced, wake } = desk.attention
  return (
    <div role="status">
      {isSilenced.value && (
        <div class="line-notice line-notice--quiet">
          <p>{t('alerts.silent')}</p>
          <Button onClick={wake}>{t('alerts.wake')}</Button>
        </div>
      )}
    </div>
  )
}
