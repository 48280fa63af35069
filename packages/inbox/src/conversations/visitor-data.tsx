import type { OperatorConversation } from '@deskbell/protocol'
import { Button } from '../components/button.tsx'
import { useInbox } from '../inbox-context.ts'
import { exportAddress, exportName } from './export-visitor.ts'

/** What a visitor may ask for: a copy of all that is kept of them, and its end. */
export function VisitorData({ head }: { head: OperatorConversation }) {
  const { t, desk } = useInbox()
  return (
    <section>
      <h3>{t('card.data')}</h3>
      <div class="visitor-data">
        <a class="button" href={exportAddress(head.id)} download={exportName}>
          {t('card.export')}
        </a>
        <Button onClick={() => desk.view.open('erase')}>{t('card.erase')}</Button>
      </div>
    </section>
  )
}
