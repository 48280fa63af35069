import { Button } from '../components/button.tsx'
import { useInbox } from '../inbox-context.ts'
import type { EntryEditor } from '../models/entry-editor.ts'

/** The ways to take an entry, or what was drafted of it, back. */
export function EntryWithdrawal({ model, onDelete }: { model: EntryEditor; onDelete: () => void }) {
  const { t } = useInbox()
  const standing = model.standing.value
  return (
    <p class="entry-withdrawal">
      {standing !== 'draft' && <Button onClick={() => void model.unpublish()}>{t('entry.unpublish')}</Button>}
      {standing === 'newer-draft' && (
        <Button onClick={() => void model.discardDraft()}>{t('entry.discardDraft')}</Button>
      )}
      <Button onClick={onDelete}>{t('entry.delete')}</Button>
    </p>
  )
}
