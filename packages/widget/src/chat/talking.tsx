import type { Person } from '@deskbell/protocol'
import { PanelBody, PanelHead } from '../panel/frame.tsx'
import { joinNames } from '../panel/names.ts'
import { Composer } from './composer.tsx'
import { ConversationMenu } from './conversation-menu.tsx'
import { Log, NewerButton, useLogEnd } from './log.tsx'
import type { ChatProps } from './model.ts'

/** The conversation with a named person; before, what was asked and is not with the relay yet: more can be written behind it. */
export function Talking({ context, chat }: ChatProps) {
  const { t, settings } = context
  const { head, stage } = chat.conversation
  const end = useLogEnd(chat)
  const isSending = stage.value === 'sending'
  const { operator = { name: '' }, others = [] } = head.value ?? {}
  const people = isSending ? [] : [operator, ...others]
  const names = people.map(({ name }) => name)
  return (
    <>
      <PanelHead
        context={context}
        title={isSending ? settings.siteName : joinNames(context, names, 'and')}
        subtitle={!isSending && !others[0] && <Role chat={chat} of={operator} />}
        people={people}
        isRuled
      >
        {!isSending && <ConversationMenu context={context} chat={chat} />}
      </PanelHead>
      <PanelBody context={context} bodyRef={end.body}>
        <Log context={context} chat={chat} />
      </PanelBody>
      <NewerButton context={context} end={end} />
      <Composer
        context={context}
        chat={chat}
        label={isSending ? t('wait.detail') : t('chat.write', { name: operator.name })}
      />
    </>
  )
}

/** What the operator does, with a dot while they are on duty; not while nobody can know. */
function Role({ chat, of }: { chat: ChatProps['chat']; of: Person }) {
  if (!of.role) return null
  const isUp = chat.conversation.link.state.value === 'up'
  const isOnDuty = isUp && chat.present.value?.some(({ name }) => name === of.name)
  return (
    <>
      {isOnDuty && <i class="on-duty" aria-hidden="true" />}
      {of.role}
    </>
  )
}
