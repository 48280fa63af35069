import type { ConversationId } from '@deskbell/protocol'
import { attachIcon, bringFiles, FileInput } from '@deskbell/ui'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { Button } from '../components/button.tsx'
import { useInbox } from '../inbox-context.ts'
import { useBrought } from './use-brought.ts'

/** The ways of files into a reply: a button, and dropping and pasting anywhere in the conversation. */
export function AttachButton({ id }: { id: ConversationId }) {
  const { t, desk } = useInbox()
  const input = useRef<HTMLInputElement>(null)
  const take = (files: FileList) => {
    desk.files.attach(id, files)
    desk.view.isFocusWanted.value = true
  }
  useBrought({ file: () => input.current?.click() })
  useLayoutEffect(() => {
    const conversation = input.current?.closest<HTMLElement>('.conversation')
    return conversation ? bringFiles(conversation, t('files.drop'), take) : undefined
  }, [id])
  return (
    <>
      <FileInput of={input} onTake={take} />
      <Button kind="plain" icon={attachIcon} label={t('files.attach')} onClick={() => input.current?.click()} />
    </>
  )
}
