import { attachIcon, bringFiles, FileInput, Icon } from '@deskbell/ui'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { ChatProps } from './model.ts'

/** The ways of files: a button, and dropping and pasting anywhere in the panel. */
export function Attach({ context: { t }, chat: { chosen, conversation, later } }: ChatProps) {
  const input = useRef<HTMLInputElement>(null)
  const take = (files: FileList) => {
    later.load()
    chosen.value = [...chosen.value, ...files]
  }
  // The end of an effect may come after the beginning of the next one, in whatever takes the place of this.
  useLayoutEffect(() => {
    const panel = input.current?.closest<HTMLElement>('.panel')
    if (panel) return bringFiles(panel, t(conversation.stage.peek() === 'asking' ? 'files.hold' : 'files.drop'), take)
  }, [])
  return (
    <>
      <FileInput of={input} onTake={take} />
      <button class="icon-button" type="button" aria-label={t('files.attach')} onClick={() => input.current?.click()}>
        <Icon of={attachIcon} />
      </button>
    </>
  )
}
