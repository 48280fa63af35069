import { limits } from '@deskbell/protocol'
import type { Signal } from '@preact/signals'
import { Field } from '../components/field.tsx'
import { useInbox } from '../inbox-context.ts'

interface Props {
  id: string
  hint: string | undefined
  note: Signal<string>
}

/** What a colleague reads beside a conversation they are handed or asked into. */
export function NoteField({ id, hint, note }: Props) {
  const { t } = useInbox()
  return (
    <Field id={id} label={t('transfer.note')} hint={hint}>
      <textarea
        id={id}
        class="form-input"
        rows={2}
        dir="auto"
        maxLength={limits.messageLength}
        value={note.value}
        onInput={(event) => {
          note.value = event.currentTarget.value
        }}
      />
    </Field>
  )
}
