import { useEffect } from 'preact/hooks'
import { Consent } from '../chat/consent.tsx'
import { MessageField } from '../chat/message-field.tsx'
import type { ChatProps } from '../chat/model.ts'
import { isNobodyThere } from '../chat/nobody-there.ts'
import { useSending } from '../chat/problem.tsx'
import { wouldWords } from '../models/wait-words.ts'
import { ContactDetails } from '../panel/contact-details.tsx'
import { PanelBody, PanelHead } from '../panel/frame.tsx'
import { useIntroduction } from './introduction.ts'
import { Introduction } from './introduction-fields.tsx'
import { NobodyNote } from './nobody-note.tsx'
import { ReadAgain } from './read-again.tsx'
import { SendQuestion } from './send-question.tsx'

const formId = 'deskbell-question'

/** Nobody is there, or it takes too long: the question, and where the answer goes. What was typed before is in it. */
export function QuestionForm({ context, chat }: ChatProps) {
  const { t, settings, desk, trail } = context
  const { conversation, draft } = chat
  const sendsMail = desk.status.value?.sendsMail === true
  const own = desk.status.value?.texts
  const introduction = useIntroduction({ context, chat }, sendsMail ? 'required' : undefined)
  const { problem, field, submit } = useSending(() => {
    const who = introduction.take()
    return who && conversation.leaveQuestion(draft.text.value, who)
  })
  useEffect(() => draft.suggest(trail.before().searches.at(-1)?.query ?? ''), [draft, trail])
  const refusal = conversation.refusal.value
  const isGone = refusal === 'nobody-on-duty'
  const isNobody = isNobodyThere(chat)
  const next = desk.status.value?.next
  const stay = () => {
    chat.isStaying.value = true
  }
  return (
    <>
      <PanelHead context={context} title={settings.siteName} />
      <PanelBody context={context}>
        <section class="nobody">
          <h3>{t(isNobody ? 'foot.nobody' : 'ask.busy')}</h3>
          {isNobody && <NobodyNote context={context} {...(isGone ? { text: t('ask.gone') } : { own: own?.away })} />}
          {!isNobody && next && <p>{wouldWords(t, next)}</p>}
          <form class="question-form" id={formId} onSubmit={submit} noValidate>
            <MessageField
              context={context}
              chat={chat}
              label={t('question.text')}
              fieldRef={field}
              problem={problem.value ?? (isGone ? undefined : refusal)}
            />
            <Introduction
              context={context}
              introduction={introduction}
              emailLabel={t(sendsMail ? 'question.email' : 'ask.email')}
            />
            <p class="hint">{t(sendsMail ? 'question.byEmail' : 'question.here')}</p>
            <Consent context={context} />
          </form>
          {conversation.head.value?.status === 'closed' && <ReadAgain context={context} chat={chat} />}
          <ContactDetails context={context} />
        </section>
      </PanelBody>
      <SendQuestion context={context} chat={chat} formId={formId}>
        {!isNobody && (
          <button class="button button--wide" type="button" onClick={stay}>
            {t('ask.anyway')}
          </button>
        )}
      </SendQuestion>
    </>
  )
}
