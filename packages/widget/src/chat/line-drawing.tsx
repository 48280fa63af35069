import type { QueueNews } from '@deskbell/protocol'
import { Faces } from '@deskbell/ui'
import { answeringWords } from './answering-words.ts'
import type { ChatProps } from './model.ts'

/** How many dots have room beside two faces. */
const most = 6

/** The line as it is: who answers, who is ahead, you, who came after. When it moves, it steps towards the faces. */
export function LineDrawing({ context, chat, news }: ChatProps & { news: QueueNews }) {
  const { t } = context
  const ahead = news.status.position - 1
  const { first, left, last, behind } = dotsOf(ahead, news.behind)
  const label = [
    answeringWords({ context, chat }),
    ahead > 0 ? t('wait.ahead', { count: ahead }) : '',
    news.behind > 0 ? t('wait.behind', { count: news.behind }) : '',
  ]
  return (
    <div class="line" role="img" aria-label={label.filter((words) => words !== '').join(' ')}>
      <Faces of={chat.present.value ?? []} />
      <span class="dots" key={news.status.position}>
        {dots(first, 'ahead')}
        {left > 0 && (
          <i class="more">
            <span>{t('wait.further', { count: left })}</span>
          </i>
        )}
        {dots(last, 'ahead')}
        <i class="you">
          <span>{t('wait.you')}</span>
        </i>
        {dots(behind, 'after')}
      </span>
    </div>
  )
}

function dots(count: number, name: string) {
  return Array.from({ length: count }, (_, place) => <i key={`${name} ${place}`} class={name} />)
}

/** A long line is drawn as its first two, how many more, and its last. */
function dotsOf(ahead: number, behind: number) {
  const isLong = ahead > 4
  const first = isLong ? 2 : ahead
  const last = isLong ? 1 : 0
  const room = most - first - last - 1 - (isLong ? 2 : 0)
  return { first, left: isLong ? ahead - 3 : 0, last, behind: Math.max(0, Math.min(behind, room)) }
}
