import { PanelBody, PanelHead } from '../panel/frame.tsx'
import { Composer } from './composer.tsx'
import { Log, NewerButton, useLogEnd } from './log.tsx'
import type { ChatProps } from './model.ts'

/** Asked, and not with the relay yet: the message is shown, and more can be written behind it. */
export function Sending({ context, chat }: ChatProps) {
  const end = useLogEnd(chat)
  return (
    <>
      <PanelHead context={context} title={context.settings.siteName} isRuled />
      <PanelBody context={context} bodyRef={end.body}>
        <Log context={context} chat={chat} />
      </PanelBody>
      <NewerButton context={context} end={end} />
      <Composer context={context} chat={chat} label={context.t('wait.detail')} />
    </>
  )
}
