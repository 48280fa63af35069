import type { OperatorConversation } from '@deskbell/protocol'
import { Button } from '../components/button.tsx'
import { useInbox } from '../inbox-context.ts'
import { nearMoment } from '../words/duty.ts'

/** Against abuse: takes nothing from this visitor for a while, and takes that back. */
export function VisitorBlock({ head }: { head: OperatorConversation }) {
  const { t, locale, desk } = useInbox()
  const now = desk.clock.now.value
  const { blockedUntil = 0 } = head
  return (
    <section>
      <h3>{t('block.title')}</h3>
      {blockedUntil > now ? (
        <>
          <p>{t('block.until', { time: nearMoment(t, blockedUntil, { locale, now }) })}</p>
          <Button isDisabled={desk.filing.isBusy.value} onClick={() => void desk.filing.block(head, undefined)}>
            {t('block.undo')}
          </Button>
        </>
      ) : (
        <Button onClick={() => desk.view.open('block')}>{t('block.ask')}</Button>
      )}
    </section>
  )
}
