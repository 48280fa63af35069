import { attachIcon, Icon } from '@deskbell/ui'
import { useEffect, useRef } from 'preact/hooks'
import type { ChatProps } from './model.ts'

/** What the browser offers. Where JPEG is named, phones turn their own kind of pictures into it, and offer the camera. */
const offered = 'image/jpeg,image/png,.gif,.webp,.pdf,.txt,.csv'

type Bringing = Event & Partial<Pick<DragEvent, 'dataTransfer'> & Pick<ClipboardEvent, 'clipboardData'>>

/** The ways of files: a button, and dropping and pasting anywhere in the panel. */
export function Attach({ context: { t }, chat: { chosen, later } }: ChatProps) {
  const input = useRef<HTMLInputElement>(null)
  const take = (files: FileList) => {
    later.load()
    chosen.value = [...chosen.value, ...files]
  }
  useEffect(() => {
    const panel = input.current?.closest<HTMLElement>('.panel')
    if (!panel) return
    const see = (event: Bringing) => {
      delete panel.dataset.drop
      const brought = event.dataTransfer ?? event.clipboardData
      // A text that office programs copy comes with a picture of it.
      if (!brought?.types.includes('Files') || brought.types.includes('text/plain')) return
      event.preventDefault()
      if (event.type === 'dragover') panel.dataset.drop = t('files.drop')
      else take(brought.files)
    }
    const listen = (listener: typeof see | null) => {
      panel.ondragover = panel.ondragleave = panel.ondrop = panel.onpaste = listener
    }
    listen(see)
    return () => listen(null)
  }, [])
  return (
    <>
      <input
        ref={input}
        type="file"
        accept={offered}
        multiple
        hidden
        onChange={({ currentTarget }) => {
          if (currentTarget.files) take(currentTarget.files)
          // The same one may be chosen again.
          currentTarget.value = ''
        }}
      />
      <button class="icon-button" type="button" aria-label={t('files.attach')} onClick={() => input.current?.click()}>
        <Icon of={attachIcon} />
      </button>
    </>
  )
}
