import { Faces, goIcon, Icon } from '@deskbell/ui'
import { Log, useLogEnd } from '../chat/log.tsx'
import type { ChatProps } from '../chat/model.ts'
import { namesIn, speakersIn } from '../chat/speakers.ts'
import { nobodyWords } from '../models/back-words.ts'
import { PanelBody, PanelFoot, PanelHead } from '../panel/frame.tsx'
import { isRatable } from './rate.ts'
import { Rating } from './rating.tsx'
import { Transcript } from './transcript.tsx'

/** The conversation that ended, to read; another one is one tap away. */
export function Ended({ context, chat }: ChatProps) {
  const { t, settings } = context
  const { conversation } = chat
  const { items } = conversation
  const end = useLogEnd(chat)
  const name = namesIn(items.value).at(-1)
  const last = speakersIn(items.value).findLast((speaker) => speaker.name === name)
  const present = chat.present.value ?? []
  return (
    <>
      <PanelHead context={context} title={name ?? settings.siteName} people={last ? [last] : []} isRuled />
      <PanelBody context={context} bodyRef={end.body}>
        {name === undefined && (
          <section class="ended" role="status">
            <h3>{t('wait.left')}</h3>
          </section>
        )}
        <Log context={context} chat={chat} />
        {name !== undefined && isRatable(conversation) && <Rating context={context} chat={chat} name={name} />}
        <Transcript context={context} chat={chat} />
      </PanelBody>
      <PanelFoot>
        <button class="person-bar" type="button" onClick={conversation.beginAnew}>
          <Faces of={present} />
          <span class="words">
            <b>{t('ended.again')}</b>
            {present.length === 0 && <small>{nobodyWords(context)}</small>}
          </span>
          <span class="go">
            <Icon of={goIcon} turns />
          </span>
        </button>
      </PanelFoot>
    </>
  )
}
