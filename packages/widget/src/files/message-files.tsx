import { fileUrl } from '@deskbell/protocol'
import { AttachedFile } from '@deskbell/ui'
import type { LaterProps } from '../chat/model.ts'

/** What came with a message. */
export function MessageFiles({ context, chat, files }: LaterProps['MessageFiles']) {
  const changed = chat.conversation.files.value
  const { relay, locale, t } = context
  return (
    <div class="files">
      {files.map((file) => (
        <AttachedFile
          key={file.id}
          file={changed[file.id] ?? file}
          url={fileUrl(relay, file.id)}
          thumbnail={fileUrl(relay, file.id, 'thumbnail')}
          locale={locale}
          words={{ open: (name) => t('files.open', { name }), deleted: t('files.deleted') }}
        />
      ))}
    </div>
  )
}
