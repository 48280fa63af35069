import { useLayoutEffect } from 'preact/hooks'
import { wouldWords } from '../models/wait-words.ts'
import { PanelBody, PanelFoot, PanelHead } from '../panel/frame.tsx'
import { joinNames } from '../panel/names.ts'
import { Carried } from './carried.tsx'
import { ConnectionNote } from './connection-note.tsx'
import { Consent } from './consent.tsx'
import { laterPart } from './later-view.tsx'
import { MaybeAnswers } from './maybe-answers.tsx'
import { MessageField } from './message-field.tsx'
import type { ChatProps } from './model.ts'
import { useSending } from './problem.tsx'

const IntroductionFields = laterPart('IntroductionFields')
const ReadAgain = laterPart('ReadAgain')
const formId = 'deskbell-asking'

/** The first message to a person, begun with the words of the search. */
export function Asking({ context, chat }: ChatProps) {
  const { t, settings, trail, desk } = context
  const { conversation, draft, present } = chat
  const names = (present.value ?? []).map(({ name }) => name)
  const { problem, field, submit } = useSending(() => {
    const who = chat.introduce()
    return who && conversation.ask(draft.text.value, who)
  })
  // Before anybody can type: what they began would be mixed with it.
  useLayoutEffect(() => draft.suggest(trail.before().searches.at(-1)?.query ?? ''), [draft, trail])
  const title = names.length > 0 ? t('foot.ask', { names: joinNames(context, names, 'or') }) : settings.siteName
  return (
    <>
      <PanelHead context={context} title={title} />
      <PanelBody context={context}>
        <form class="asking" id={formId} onSubmit={submit} noValidate>
          <MessageField
            context={context}
            chat={chat}
            label={t('ask.message')}
            fieldRef={field}
            problem={problem.value ?? conversation.refusal.value}
            onSend={submit}
          />
          {desk.status.value?.asksFor && <IntroductionFields context={context} chat={chat} />}
          <Carried context={context} />
          <Consent context={context} />
          <MaybeAnswers context={context} text={draft.text} />
          {conversation.head.value?.status === 'closed' && <ReadAgain context={context} chat={chat} />}
        </form>
      </PanelBody>
      <PanelFoot>
        <ConnectionNote context={context} chat={chat} />
        <div class="send-bar">
          <Would context={context} chat={chat} />
          <button class="button button--primary button--wide" type="submit" form={formId}>
            {names.length > 0 ? t('ask.send', { names: joinNames(context, names, 'and') }) : t('chat.send')}
          </button>
        </div>
      </PanelFoot>
    </>
  )
}

/** The place and wait of somebody who asks now; nothing where the desk can't be reached, because it may be another by then. */
function Would({ context, chat }: ChatProps) {
  const { desk, t } = context
  const next = desk.status.value?.next
  if (!next || !desk.isReachable.value || chat.conversation.link.lostAt.value !== undefined) return null
  return <p class="hint">{wouldWords(t, next)}</p>
}
