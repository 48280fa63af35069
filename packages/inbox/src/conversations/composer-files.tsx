import { type ConversationId, isPassing } from '@deskbell/protocol'
import { closeIcon, FileFacts, Icon, sizeWords } from '@deskbell/ui'
import { useInbox } from '../inbox-context.ts'
import type { Underway } from '../models/files.ts'
import { wording } from '../models/wording.ts'
import type { Writing } from '../models/writing.ts'
import './composer-files.css'

/** What goes out with the reply, and how far it has got. */
export function ComposerFiles({ id, model }: { id: ConversationId; model: Writing }) {
  const { t, locale, desk } = useInbox()
  const attached = model.attached.value
  const underway = model.underway.value
  if (attached.length + underway.length === 0) return null
  const without = (fileId: string) => attached.filter((one) => one.id !== fileId)
  return (
    <ul class="composer-files" aria-label={t('files.label')}>
      {attached.map((file) => (
        <li key={file.id}>
          <FileFacts name={file.name} about={sizeWords(locale, file.bytes)} />
          <Remove
            label={t('files.remove', { name: file.name })}
            onRemove={() => desk.drafts.attach(id, without(file.id))}
          />
        </li>
      ))}
      {underway.map((one) => (
        <Coming key={one.key} one={one} />
      ))}
    </ul>
  )
}

function Coming({ one }: { one: Underway }) {
  const { t, locale, desk } = useInbox()
  const { file, share, refusal } = one
  const why = refusal && wording(`refusal.${refusal}`)
  return (
    <li class={why && 'is-refused'}>
      <FileFacts name={file.name} about={sizeWords(locale, file.size)} />
      {why ? (
        <span role="alert">{t(why.key, why.values)}</span>
      ) : (
        <progress value={share} aria-label={t('files.sending', { name: file.name })} />
      )}
      {refusal && (refusal === 'unreachable' || isPassing(refusal)) && (
        <button type="button" class="link" onClick={() => desk.files.tryAgain(one)}>
          {t('common.tryAgain')}
        </button>
      )}
      <Remove
        label={t(why ? 'files.remove' : 'files.cancel', { name: file.name })}
        onRemove={() => desk.files.remove(one.key)}
      />
    </li>
  )
}

/** The button goes with its file; who uses the keyboard writes on. */
function Remove({ label, onRemove }: { label: string; onRemove: () => void }) {
  const { desk } = useInbox()
  return (
    <button
      type="button"
      class="delete-file"
      aria-label={label}
      onClick={() => {
        onRemove()
        desk.view.isFocusWanted.value = true
      }}
    >
      <Icon of={closeIcon} small />
    </button>
  )
}
