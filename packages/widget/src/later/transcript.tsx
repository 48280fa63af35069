import { Icon, mailIcon } from '@deskbell/ui'
import { useSignal } from '@preact/signals'
import { useLayoutEffect, useRef } from 'preact/hooks'
import type { ChatProps } from '../chat/model.ts'
import { EntryField } from './entry-field.tsx'
import { useTranscript } from './sending-transcript.ts'

/** Offers the conversation by e-mail, where mails are sent and an operator has written. */
export function Transcript({ context, chat }: ChatProps) {
  const isWanted = useSignal(false)
  const isAnswered = chat.conversation.items.value.some((item) => item.kind === 'message' && item.from === 'operator')
  if (!isAnswered || context.desk.status.value?.sendsMail !== true) return null
  if (isWanted.value) return <TranscriptForm context={context} chat={chat} />
  const want = () => {
    isWanted.value = true
  }
  return (
    <ul class="choices transcript">
      <li>
        <button type="button" onClick={want}>
          <Icon of={mailIcon} />
          {context.t('ended.copy')}
        </button>
      </li>
    </ul>
  )
}

/** Where it goes; then that it went, or why not. */
function TranscriptForm({ context, chat }: ChatProps) {
  const { t } = context
  const { email, news, isSending, send } = useTranscript({ context, chat })
  const told = useRef<HTMLParagraphElement>(null)
  const { words, isSent } = news.value
  useLayoutEffect(() => (isSent ? told : email.field).current?.focus(), [isSent])
  const submit = (event: Event) => {
    event.preventDefault()
    send()
  }
  return (
    <section class="transcript">
      {!isSent && (
        <form class="later" onSubmit={submit} noValidate>
          <EntryField kind="email" label={t('ask.email')} entry={email} isRequired />
          <button class="button button--wide" type="submit" aria-disabled={isSending}>
            {t(isSending ? 'chat.sending' : 'chat.send')}
          </button>
        </form>
      )}
      <p class={isSent || !words ? 'hint' : 'error'} role="status" tabIndex={-1} ref={told}>
        {words}
      </p>
    </section>
  )
}
