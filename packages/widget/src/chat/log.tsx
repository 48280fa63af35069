import { downIcon, goAmongMessages, Icon } from '@deskbell/ui'
import { joinNames } from '../panel/names.ts'
import { MessageList } from './message-list.tsx'
import type { ChatProps } from './model.ts'
import { namesIn } from './speakers.ts'
import { type StayingAtEnd, useStayingAtEnd } from './staying-at-end.ts'

/** The messages, as a log that a screen reader follows and arrow keys scroll, and who is writing, which it does not read out. */
export function Log({ context, chat }: ChatProps) {
  const { t } = context
  const { typing, items } = chat.conversation
  const names = namesIn(items.value)
  const label = names.length > 0 ? t('chat.conversation', { names: joinNames(context, names, 'and') }) : t('panel.help')
  return (
    <>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: without it no arrow key would reach what has scrolled away */}
      <div class="log" role="log" aria-relevant="additions" aria-label={label} tabIndex={0} onKeyDown={goAmongMessages}>
        <MessageList context={context} chat={chat} />
      </div>
      {typing.value && (
        <p class="writing">
          {t('chat.writing', { name: typing.value.name })}
          <span class="dots" aria-hidden="true">
            <i />
            <i />
            <i />
          </span>
        </p>
      )}
    </>
  )
}

/** The scrolling of a log: at its end as long as the visitor is there. */
export function useLogEnd({ conversation, chosen }: ChatProps['chat']): StayingAtEnd {
  const { items, letters, returned, typing, reading } = conversation
  const theirs = items.value.filter((item) => item.kind === 'message' && item.from === 'operator').length
  const own = items.value.filter((item) => item.kind === 'message' && item.from === 'visitor').length
  return useStayingAtEnd({
    theirs,
    own: own + letters.value.length + chosen.value.length,
    rest: [items.value.length, returned.value.length, typing.value?.name].join(' '),
    newFrom: reading.newFrom.value,
  })
}

/** "1 new message", above the field, for who has scrolled up. */
export function NewerButton({ context, end }: { context: ChatProps['context']; end: StayingAtEnd }) {
  const count = end.newer.value
  return (
    <div class="newer">
      {count > 0 && (
        <button class="button" type="button" onClick={end.goToEnd}>
          <Icon of={downIcon} small />
          {context.t('chat.new', { count })}
        </button>
      )}
    </div>
  )
}
