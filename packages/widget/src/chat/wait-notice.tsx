import { sentences } from '@deskbell/locales'
import type { QueueNews, QueueStatus } from '@deskbell/protocol'
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { createAnnouncing } from '../models/announcing.ts'
import { placeWords, reasonWords, waitWords } from '../models/wait-words.ts'
import type { WidgetContext } from '../panel/context.ts'
import { answeringWords } from './answering-words.ts'
import { LineDrawing } from './line-drawing.tsx'
import type { ChatProps } from './model.ts'

/** Place and wait, said, drawn, and why they are what they are. */
export function WaitNotice({ context, chat }: ChatProps) {
  const { place } = chat.conversation
  const news = place.news.value
  if (!news) return null
  return (
    <section class="wait-notice">
      <Headline context={context} news={news} />
      <LineDrawing context={context} chat={chat} news={news} />
      <Because context={context} chat={chat} />
      <Announced context={context} news={news} />
    </section>
  )
}

interface NewsProps {
  context: WidgetContext
  news: QueueNews
}

function Headline({ context, news: { status, isFormFirst } }: NewsProps) {
  const { t } = context
  const { about, range } = waitWords(t, status)
  if (isFormFirst) {
    return (
      <>
        <h3>{t('wait.long')}</h3>
        <p class="wait" key={placeWords(t, status)}>
          <b>{placeWords(t, status)}</b>
          {range}
        </p>
      </>
    )
  }
  return (
    <>
      <h3 key={status.position}>{headlineOf(context, status)}</h3>
      <p class="wait" key={about}>
        {status.wait === 'known' ? <b>{about}</b> : about}
        {range}
      </p>
    </>
  )
}

function headlineOf({ t }: WidgetContext, { position }: QueueStatus): string {
  return position === 1 ? t('wait.next') : t('wait.position', { position })
}

function Because({ context, chat }: ChatProps) {
  const { t } = context
  const { news, before } = chat.conversation.place
  if (!news.value) return null
  return (
    <p class="because">
      {sentences(
        answeringWords({ context, chat }),
        reasonWords(t, news.value, before.value),
        news.value.status.wait === 'unknown' && t('wait.unknownHint'),
      )}
    </p>
  )
}

/** What a screen reader is told: not every change, and not too often. */
function Announced({ context, news }: NewsProps) {
  const words = useSignal('')
  const announcing = useSignal<ReturnType<typeof createAnnouncing> | undefined>(undefined)
  useEffect(() => {
    announcing.value = createAnnouncing(({ status, isFormFirst }) => {
      const { about, range } = waitWords(context.t, status)
      words.value = sentences(isFormFirst && context.t('wait.long'), headlineOf(context, status), about + range)
    })
    return () => announcing.value?.close()
  }, [])
  useEffect(() => announcing.value?.offer(news), [news])
  return (
    <p class="said" role="status">
      {words.value}
    </p>
  )
}
