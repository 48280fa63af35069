import { refusalWords } from '@deskbell/locales'
import { whyNotSent } from '@deskbell/protocol'
import { closeIcon, Icon } from '@deskbell/ui'
import { Preview } from './preview.tsx'
import type { SendingProps } from './sending-file.tsx'

/** A file that goes along with the first message, or why it can't. */
export function HeldFile({ context, model, file }: SendingProps) {
  const { t, locale } = context
  const refusal = whyNotSent(file)
  const remove = ({ currentTarget }: { currentTarget: HTMLElement }) => {
    currentTarget.closest('form')?.querySelector('textarea')?.focus()
    model.remove(file)
  }
  return (
    <li>
      <Preview file={file} locale={locale} />
      <button class="icon-button" type="button" aria-label={t('files.cancel', { name: file.name })} onClick={remove}>
        <Icon of={closeIcon} small />
      </button>
      {refusal && (
        <p class="error" role="alert">
          {refusalWords(t, refusal)}
        </p>
      )}
    </li>
  )
}
