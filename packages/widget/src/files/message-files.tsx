import { fileUrl } from '@deskbell/protocol'
import { AttachedFile } from '@deskbell/ui'
import type { LaterProps } from '../chat/model.ts'

/** What came with a message. */
export function MessageFiles({ context, chat, files }: LaterProps['MessageFiles']) {
  const deleted = chat.conversation.deleted.value
  const { relay, locale, t } = context
  return (
    <div class="files">
      {files.map((file) => (
        <AttachedFile
          key={file.id}
          file={deleted.includes(file.id) ? { id: file.id, isDeleted: true } : file}
          url={fileUrl(relay, file.id)}
          thumbnail={fileUrl(relay, file.id, 'thumbnail')}
          locale={locale}
          words={{ open: (name) => t('files.open', { name }), deleted: t('files.deleted') }}
        />
      ))}
    </div>
  )
}
