import { attachIcon, bringFiles, FileInput, Icon } from '@deskbell/ui'
import { useEffect, useRef } from 'preact/hooks'
import type { ChatProps } from './model.ts'

/** The ways of files: a button, and dropping and pasting anywhere in the panel. */
export function Attach({ context: { t }, chat: { chosen, later } }: ChatProps) {
  const input = useRef<HTMLInputElement>(null)
  const take = (files: FileList) => {
    later.load()
    chosen.value = [...chosen.value, ...files]
  }
  useEffect(() => {
    const panel = input.current?.closest<HTMLElement>('.panel')
    return panel ? bringFiles(panel, t('files.drop'), take) : undefined
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
