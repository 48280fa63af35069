import { refusalWords, sentences } from '@deskbell/locales'
import { useCopying } from '@deskbell/ui'
import { useState } from 'preact/hooks'
import type { LaterProps } from '../chat/model.ts'
import { leaving } from './leaving.ts'

/** Below a message that the relay will never take as it is: why, and what can become of the words. A file is chosen anew. */
export function NotTaken({ context, chat, id, refusal, text }: LaterProps['NotTaken']) {
  const { t } = context
  const { isCopied, copy } = useCopying(text)
  const { tryAgain, discard } = chat.conversation
  // The other tabs show it as well: it is told where the visitor is.
  const [isHere] = useState(() => document.hasFocus())
  return (
    <>
      <span role={isHere ? 'alert' : undefined}>{sentences(t('chat.notSent'), refusalWords(t, refusal))}</span>
      {text && (
        <button class="text-button" type="button" onClick={leaving(() => tryAgain(id))}>
          {t('panel.tryAgain')}
        </button>
      )}
      {text && copy && (
        <button class="text-button" type="button" onClick={copy}>
          <span role="status">{t(isCopied ? 'question.copied' : 'question.copy')}</span>
        </button>
      )}
      <button class="text-button" type="button" onClick={leaving(() => discard(id))}>
        {t('chat.remove')}
      </button>
    </>
  )
}
