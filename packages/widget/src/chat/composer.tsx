import { Icon, smileIcon, upIcon } from '@deskbell/ui'
import { useSignal } from '@preact/signals'
import { PanelFoot } from '../panel/frame.tsx'
import { Attach } from './attach.tsx'
import { ConnectionNote } from './connection-note.tsx'
import { DraftArea } from './draft-area.tsx'
import { Emoji } from './emoji.tsx'
import type { ChatProps } from './model.ts'
import { Problem, problemWords, useSending } from './problem.tsx'

const problemId = 'deskbell-composer-problem'

/** The foot of a conversation: what is written next. Send is never disabled; what can't be sent stays where it is. */
export function Composer({ context, chat, label }: ChatProps & { label: string }) {
  const { t } = context
  const { conversation, draft } = chat
  const { problem, field, submit } = useSending(() => conversation.say(draft.text.value))
  const isEmoji = useSignal(false)
  const text = draft.text.value
  const { status = 'closed' } = conversation.head.value ?? {}
  const isWrong = problemWords(t, text, problem.value) !== undefined
  return (
    <PanelFoot>
      <ConnectionNote context={context} chat={chat} />
      <div class="composer-note">
        <Problem context={context} id={problemId} text={text} problem={problem.value} />
      </div>
      {isEmoji.value && <Emoji context={context} field={field} isOpen={isEmoji} />}
      <form class="composer" onSubmit={submit}>
        {status !== 'closed' && <Attach context={context} chat={chat} />}
        <DraftArea
          draft={draft}
          fieldRef={field}
          placeholder={label}
          problemId={isWrong ? problemId : undefined}
          onType={conversation.type}
          onSend={submit}
        />
        <button
          class="icon-button"
          type="button"
          aria-label={t('emoji.insert')}
          aria-expanded={isEmoji.value}
          onClick={() => {
            isEmoji.value = !isEmoji.value
          }}
        >
          <Icon of={smileIcon} />
        </button>
        <button class="send" type="submit" aria-label={t('chat.send')}>
          <Icon of={upIcon} />
        </button>
      </form>
    </PanelFoot>
  )
}
