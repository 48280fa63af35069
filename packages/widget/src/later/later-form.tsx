import type { ChatProps } from '../chat/model.ts'
import { EmailField, useEmail } from './email-field.tsx'

/** Offers a question for later in place of the place in line. */
export function LaterForm({ context, chat }: ChatProps) {
  const { t, desk } = context
  const sendsMail = desk.status.value?.sendsMail === true
  const email = useEmail({ context, chat })
  const stay = () => {
    chat.isStaying.value = true
    chat.isLaterWanted.value = false
  }
  const submit = (event: Event) => {
    event.preventDefault()
    const address = sendsMail ? email.take() : ''
    if (address !== undefined) chat.conversation.pend(address)
  }
  return (
    <form class="later" onSubmit={submit} noValidate>
      <p>{t(sendsMail ? 'wait.offerEmail' : 'wait.offerLater')}</p>
      {sendsMail && <EmailField label={t('ask.email')} entry={email} />}
      <button class="button button--primary button--wide" type="submit">
        {t(sendsMail ? 'wait.byEmail' : 'wait.later')}
      </button>
      <button class="button button--wide" type="button" onClick={stay}>
        {t('wait.stay')}
      </button>
    </form>
  )
}
