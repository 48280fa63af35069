import { PanelBody, PanelHead } from '../panel/frame.tsx'
import { joinNames } from '../panel/names.ts'
import { Composer } from './composer.tsx'
import { ConversationMenu } from './conversation-menu.tsx'
import { Log, NewerButton, useLogEnd } from './log.tsx'
import type { ChatProps } from './model.ts'

/** The conversation with a named person. */
export function Talking({ context, chat }: ChatProps) {
  const { head } = chat.conversation
  const end = useLogEnd(chat)
  const { operator, others = [] } = head.value ?? {}
  const people = [operator ?? { name: '' }, ...others]
  const names = people.map(({ name }) => name)
  return (
    <>
      <PanelHead
        context={context}
        title={joinNames(context, names, 'and')}
        subtitle={!others[0] && <Role context={context} chat={chat} />}
        people={people}
        isRuled
      >
        <ConversationMenu context={context} chat={chat} />
      </PanelHead>
      <PanelBody context={context} bodyRef={end.body}>
        <Log context={context} chat={chat} />
      </PanelBody>
      <NewerButton context={context} end={end} />
      <Composer context={context} chat={chat} label={context.t('chat.write', { name: names[0] ?? '' })} />
    </>
  )
}

/** What the operator does, with a dot while they are on duty; not while nobody can know. */
function Role({ chat }: ChatProps) {
  const { head, link } = chat.conversation
  const operator = head.value?.operator
  if (!operator?.role) return null
  const isOnDuty = link.state.value === 'up' && chat.present.value?.some(({ name }) => name === operator.name)
  return (
    <>
      {isOnDuty && <i class="on-duty" aria-hidden="true" />}
      {operator.role}
    </>
  )
}
