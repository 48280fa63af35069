import { useSignal } from '@preact/signals'
import type { ChatProps } from '../chat/model.ts'
import { ContactDetails } from '../panel/contact-details.tsx'
import { PanelBody, PanelHead } from '../panel/frame.tsx'
import { EmailField, useEmail } from './email-field.tsx'
import { NobodyNote } from './nobody-note.tsx'
import { SendQuestion } from './send-question.tsx'

const formId = 'deskbell-deserted'
const fieldId = 'deskbell-deserted-text'

/** In line, and the last operator has left: one tap makes a question of it. The text is in the form, and can be added to. */
export function Deserted({ context, chat }: ChatProps) {
  const { t, desk, settings } = context
  const { conversation, draft } = chat
  const sendsMail = desk.status.value?.sendsMail === true
  const email = useEmail({ context, chat })
  const asked = conversation.items.value.flatMap((item) => (item.kind === 'message' ? [item.text] : [])).join('\n\n')
  const typed = useSignal<string | undefined>(undefined)
  // Until somebody types, what is read back from the relay may still grow.
  const text = typed.value ?? [asked, draft.text.peek()].filter((part) => part !== '').join('\n\n')
  const leave = (event: Event) => {
    event.preventDefault()
    const address = sendsMail ? email.take() : ''
    if (address === undefined) return
    const added = addedTo(asked, text)
    if (added === '') conversation.pend(address)
    else conversation.leaveQuestion(added, address === '' ? {} : { email: address })
  }
  return (
    <>
      <PanelHead context={context} title={settings.siteName} />
      <PanelBody context={context}>
        <section class="nobody">
          <h3>{t('foot.nobody')}</h3>
          <NobodyNote context={context} text={t('wait.nobody')} />
          <form class="question-form" id={formId} onSubmit={leave} noValidate>
            <div>
              <label class="label" for={fieldId}>
                {t('question.text')}
              </label>
              <textarea
                class="field"
                id={fieldId}
                data-focus
                dir="auto"
                value={text}
                onInput={({ currentTarget }) => {
                  typed.value = currentTarget.value
                  const added = addedTo(asked, currentTarget.value)
                  draft.write(added, added.length)
                }}
              />
            </div>
            {sendsMail && <EmailField label={t('question.email')} entry={email} />}
            <p class="hint">{t(sendsMail ? 'question.byEmail' : 'question.here')}</p>
          </form>
          <ContactDetails context={context} />
        </section>
      </PanelBody>
      <SendQuestion context={context} chat={chat} formId={formId} />
    </>
  )
}

/** What the relay does not have yet: the rest behind what was asked, or all of it where that was changed. */
function addedTo(asked: string, text: string): string {
  return (text.startsWith(asked) ? text.slice(asked.length) : text).trim()
}
