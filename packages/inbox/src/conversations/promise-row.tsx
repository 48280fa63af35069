import type { InboxTranslate } from '@deskbell/locales'
import type { OperatorConversation } from '@deskbell/protocol'
import { PromiseLine } from '../components/promise-line.tsx'
import { useInbox } from '../inbox-context.ts'
import { type PromiseState, promiseState, waitOf } from '../models/promise.ts'
import { span, toldRange } from '../words/times.ts'

/** What somebody who waits was told, and how much of it is left. */
export function PromiseRow({ head }: { head: OperatorConversation }) {
  const { t, desk } = useInbox()
  const { since, promised } = waitOf(head)
  if (!promised) {
    return (
      <span class="promise-row">
        <span>{t('promise.unknown')}</span>
      </span>
    )
  }
  const promise = promiseState(since, promised, desk.clock.now.value)
  const range = toldRange(t, promised)
  const left = leftInWords(t, promise)
  const tone = promise.state === 'in-time' ? undefined : promise.state
  return (
    <span class="promise-row">
      <PromiseLine promise={promise} label={t('promise.spoken', { range, state: left })} />
      <span aria-hidden="true">
        {t('promise.told', { range })} · <span class={tone}>{left}</span>
      </span>
    </span>
  )
}

/** "50 s left" or "24 s late". */
function leftInWords(t: InboxTranslate, { leftSeconds }: PromiseState): string {
  const time = span(t, Math.abs(leftSeconds))
  return t(leftSeconds < 0 ? 'promise.late' : 'promise.left', { time })
}
