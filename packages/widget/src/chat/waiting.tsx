import { PanelBody, PanelHead } from '../panel/frame.tsx'
import { Composer } from './composer.tsx'
import { ConversationMenu } from './conversation-menu.tsx'
import { laterPart } from './later-view.tsx'
import { Meanwhile } from './meanwhile.tsx'
import { MessageList } from './message-list.tsx'
import type { ChatProps } from './model.ts'
import { WaitNotice } from './wait-notice.tsx'

const LaterForm = laterPart('LaterForm')

/** In line: the place and the wait, what was asked, and what can be done meanwhile. */
export function Waiting({ context, chat }: ChatProps) {
  const { place } = chat.conversation
  const isOffered = (place.news.value?.isFormFirst && !chat.isStaying.value) || chat.isLaterWanted.value
  return (
    <>
      <PanelHead context={context} title={context.settings.siteName}>
        <ConversationMenu context={context} chat={chat} />
      </PanelHead>
      <PanelBody context={context}>
        <WaitNotice context={context} chat={chat} />
        {isOffered && <LaterForm context={context} chat={chat} />}
        <MessageList context={context} chat={chat} />
        {!isOffered && <Meanwhile context={context} chat={chat} />}
      </PanelBody>
      <Composer context={context} chat={chat} label={context.t('wait.detail')} />
    </>
  )
}
