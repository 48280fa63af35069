import { refusalWords } from '@deskbell/locales'
import { useCopying } from '@deskbell/ui'
import type { About } from '../models/message-rows.ts'
import type { ChatProps } from './model.ts'

interface Props extends ChatProps {
  about: Extract<About, { kind: 'failed' }>
  text: string
}

/** Below a message that the relay will never take as it is: why, and what can become of the words. */
export function NotTaken({ context, chat, about, text }: Props) {
  const { t } = context
  const { isCopied, copy } = useCopying(text)
  const { tryAgain, discard } = chat.conversation
  /** The button is gone then; who uses the keyboard stays among the messages. */
  const leavingTo = (act: (id: string) => void) => (event: { currentTarget: HTMLElement }) => {
    event.currentTarget.closest<HTMLElement>('[role=log]')?.focus()
    act(about.id)
  }
  return (
    <>
      <span role="alert">
        {t('chat.notSent')} {refusalWords(t, about.refusal)}
      </span>
      <button class="text-button" type="button" onClick={leavingTo(tryAgain)}>
        {t('panel.tryAgain')}
      </button>
      {copy && (
        <button class="text-button" type="button" onClick={copy}>
          <span role="status">{t(isCopied ? 'question.copied' : 'question.copy')}</span>
        </button>
      )}
      <button class="text-button" type="button" onClick={leavingTo(discard)}>
        {t('chat.remove')}
      </button>
    </>
  )
}
