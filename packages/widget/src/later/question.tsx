import { bellIcon, Icon, mailIcon } from '@deskbell/ui'
import { Composer } from '../chat/composer.tsx'
import { ConversationMenu } from '../chat/conversation-menu.tsx'
import { Log, NewerButton, useLogEnd } from '../chat/log.tsx'
import type { ChatProps } from '../chat/model.ts'
import { PanelBody, PanelHead } from '../panel/frame.tsx'
import { Reference } from './reference.tsx'
import { Rejoin } from './rejoin.tsx'

/** A question left for later: its reference, where the answer comes, and the answers themselves once somebody writes. */
export function Question({ context, chat }: ChatProps) {
  const { t, settings, desk } = context
  const { head } = chat.conversation
  const end = useLogEnd(chat)
  const email = desk.status.value?.sendsMail ? head.value?.email : undefined
  return (
    <>
      <PanelHead context={context} title={settings.siteName} isRuled>
        <ConversationMenu context={context} chat={chat} />
      </PanelHead>
      <PanelBody context={context} bodyRef={end.body}>
        <section class="registered">
          <h3>{t('question.done')}</h3>
          <p class="carried">
            <Icon of={email ? mailIcon : bellIcon} />
            <span>{email ? t('question.comesTo', { email }) : t('question.here')}</span>
          </p>
          <Rejoin context={context} chat={chat} />
          {head.value?.reference && <Reference context={context} reference={head.value.reference} />}
        </section>
        <Log context={context} chat={chat} />
      </PanelBody>
      <NewerButton context={context} end={end} />
      <Composer context={context} chat={chat} label={t('question.add')} />
    </>
  )
}
