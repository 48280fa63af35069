import type { OperatorConversation } from '@deskbell/protocol'
import { Button } from '../components/button.tsx'
import { Confirm } from '../components/confirm.tsx'
import { useModel } from '../components/use-model.ts'
import { useInbox } from '../inbox-context.ts'
import { ErasureModel } from '../models/erasure.ts'
import { wording } from '../models/wording.ts'
import { Trouble } from '../pages/trouble.tsx'

interface Props {
  head: OperatorConversation
  /** The visitor's, inside a sentence. */
  name: string
}

/** What a visitor may ask for: a copy of all that is kept of them, and its end. */
export function VisitorData({ head, name }: Props) {
  const { t, http, desk, router } = useInbox()
  const erasure = useModel(() => new ErasureModel(http))
  const erase = async () => {
    const erased = await erasure.erase(head.id)
    if (!erased) return
    desk.notice.show({ text: wording(erased.isJournalEmpty ? 'erase.done' : 'erase.doneTonight', { name }) })
    router.go({ page: 'conversations' }, 'replace')
  }
  return (
    <section>
      <h3>{t('card.data')}</h3>
      <div class="visitor-data">
        <a class="button" href={`../api/visitors/${head.id}`} download="deskbell-visitor.json">
          {t('card.export')}
        </a>
        <Button onClick={erasure.ask}>{t('card.erase')}</Button>
      </div>
      {erasure.isAsking.value && (
        <Confirm
          t={t}
          head={t('erase.head', { name })}
          action={t('erase.action')}
          isBusy={erasure.isBusy.value}
          onConfirm={erase}
          onClose={erasure.close}
        >
          <p>{t('erase.text', { name })}</p>
          <p>{t('erase.undone')}</p>
          <Trouble t={t} of={erasure.trouble.value} />
        </Confirm>
      )}
    </section>
  )
}
