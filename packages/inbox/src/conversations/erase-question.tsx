import type { OperatorConversation } from '@deskbell/protocol'
import { Confirm } from '../components/confirm.tsx'
import { useModel } from '../components/use-model.ts'
import { useInbox } from '../inbox-context.ts'
import { ErasureModel } from '../models/erasure.ts'
import { wording } from '../models/wording.ts'
import { Trouble } from '../pages/trouble.tsx'
import { visitorInText } from '../words/names.ts'

/** Asks once before everything that is kept of a visitor ends. */
export function EraseQuestion({ head }: { head: OperatorConversation }) {
  const { t, http, desk, router } = useInbox()
  const erasure = useModel(() => new ErasureModel(http))
  const name = visitorInText(t, head)
  const erase = async () => {
    const erased = await erasure.erase(head.id)
    if (!erased) return
    desk.notice.show({ text: wording(erased.isJournalEmpty ? 'erase.done' : 'erase.doneTonight', { name }) })
    router.go({ page: 'conversations' }, 'replace')
  }
  return (
    <Confirm
      t={t}
      head={t('erase.head', { name })}
      action={t('erase.action')}
      isBusy={erasure.isBusy.value}
      onConfirm={erase}
      onClose={desk.view.closeLayer}
    >
      <p>{t('erase.text', { name })}</p>
      <p>{t('erase.undone')}</p>
      <Trouble t={t} of={erasure.trouble.value} />
    </Confirm>
  )
}
