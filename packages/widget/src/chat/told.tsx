import type { VisitorItem } from '@deskbell/protocol'
import { useSignal, useSignalEffect } from '@preact/signals'
import { useRef } from 'preact/hooks'
import { wordsOf } from './happened-line.tsx'
import type { ChatProps } from './model.ts'

/**
 * Tells a screen reader once who has joined, gone or ended it, where another view takes the place of the one on screen: no log
 * reads out what it begins with.
 */
export function Told({ context, chat }: ChatProps) {
  const { stage, arrived } = chat.conversation
  const words = useSignal('')
  const before = useRef([stage.peek(), arrived.peek()] as const)
  useSignalEffect(() => {
    const [stageBefore, arrivedBefore] = before.current
    before.current = [stage.value, arrived.value]
    if (stage.value === stageBefore) return
    const item = arrived.value === arrivedBefore ? undefined : arrived.value.findLast(({ kind }) => kind !== 'message')
    words.value = item ? toldOf({ context, chat }, item) : ''
  })
  return (
    <p class="said" role="status">
      {words.value}
    </p>
  )
}

function toldOf({ context, chat }: ChatProps, item: VisitorItem): string {
  switch (item.kind) {
    case 'message':
    case 'internal':
    case 'rejoined':
      return ''
    case 'closed':
      return context.t('ended.at', { time: chat.phrasing.time(item.at) })
    default:
      return wordsOf(context, { item, isReadFrom: false }).title
  }
}
