import { type Attached, type ConversationId, fileUrl, type StoredFile } from '@deskbell/protocol'
import { AttachedFile, closeIcon, Icon } from '@deskbell/ui'
import { useInbox } from '../inbox-context.ts'
import { relayHere } from '../models/files.ts'
import './message-files.css'

interface Props {
  files: readonly Attached[]
  /** Where they can be deleted: they are with the relay, and not only on their way. */
  sentIn?: ConversationId
}

/** What came with a message, and the way to take back what was sent by mistake. */
export function MessageFiles({ files, sentIn }: Props) {
  const { t, locale, desk } = useInbox()
  const changed = desk.files.changed.value
  return (
    <div class="files">
      {files.map((known) => {
        const file = changed[known.id] ?? known
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

function Delete({ file, conversationId }: { file: StoredFile; conversationId: ConversationId }) {
  const { t, desk } = useInbox()
  const label = t('files.delete', { name: file.name })
  const act = () => {
    void desk.files.deleteSent(conversationId, file)
    // The button goes with the file; who uses the keyboard stays among the messages.
    document.querySelector<HTMLElement>('.thread')?.focus()
  }
  return (
    <button type="button" class="delete-file" aria-label={label} title={label} onClick={act}>
      <Icon of={closeIcon} small />
    </button>
  )
}
