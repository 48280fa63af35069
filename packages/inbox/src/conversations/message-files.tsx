import { type Attached, type ConversationId, fileUrl, type StoredFile } from '@deskbell/protocol'
import { AttachedFile, closeIcon, Icon } from '@deskbell/ui'
import { useSignal } from '@preact/signals'
import { Confirm } from '../components/confirm.tsx'
import { useInbox } from '../inbox-context.ts'
import { relayHere } from '../models/files.ts'
import type { Wording } from '../models/wording.ts'
import { Trouble } from '../pages/trouble.tsx'
import './message-files.css'

interface Props {
  files: readonly Attached[]
  /** Where they can be deleted: they are with the relay, and not only on their way. */
  sentIn?: ConversationId
}

/** What came with a message, and the way to take back what was sent by mistake. */
export function MessageFiles({ files, sentIn }: Props) {
  const { t, locale, desk } = useInbox()
  const deleted = desk.files.deleted.value
  return (
    <div class="files">
      {files.map((known) => {
        const file: Attached = deleted.includes(known.id) ? { id: known.id, isDeleted: true } : known
        return (
          <div class="deletable" key={file.id}>
            <AttachedFile
              file={file}
              url={fileUrl(relayHere(), file.id)}
              thumbnail={fileUrl(relayHere(), file.id, 'thumbnail')}
              locale={locale}
              words={{ open: (name) => t('files.open', { name }), deleted: t('files.deleted') }}
            />
            {sentIn && !('isDeleted' in file) && <Delete file={file} conversationId={sentIn} />}
          </div>
        )
      })}
    </div>
  )
}

function Delete({ file: { id, name }, conversationId }: { file: StoredFile; conversationId: ConversationId }) {
  const { t, desk } = useInbox()
  const isAsking = useSignal(false)
  const isBusy = useSignal(false)
  const trouble = useSignal<Wording | undefined>(undefined)
  const close = () => {
    isAsking.value = false
    trouble.value = undefined
  }
  const act = async () => {
    isBusy.value = true
    trouble.value = await desk.files.deleteSent(conversationId, id)
    isBusy.value = false
    if (trouble.value) return
    close()
    // The button goes with the file; who uses the keyboard stays among the messages.
    document.querySelector<HTMLElement>('.thread')?.focus()
  }
  return (
    <>
      <button
        type="button"
        class="delete-file"
        aria-label={t('files.delete', { name })}
        title={t('files.delete', { name })}
        onClick={() => {
          isAsking.value = true
        }}
      >
        <Icon of={closeIcon} small />
      </button>
      {isAsking.value && (
        <Confirm
          t={t}
          head={t('files.deleteHead')}
          action={t('files.deleteAction')}
          isBusy={isBusy.value}
          onConfirm={act}
          onClose={close}
        >
          <p>
            <bdi>{name}</bdi>
          </p>
          <p>{t('files.deleteText')}</p>
          <Trouble t={t} of={trouble.value} />
        </Confirm>
      )}
    </>
  )
}
