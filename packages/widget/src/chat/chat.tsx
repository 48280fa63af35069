import { useComputed } from '@preact/signals'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { focusView } from '../panel/focus.ts'
import { Asking } from './asking.tsx'
import { Ended } from './ended.tsx'
import { laterView } from './later-view.tsx'
import type { ChatProps } from './model.ts'
import { Sending } from './sending.tsx'
import { startChat } from './start-chat.ts'
import { Talking } from './talking.tsx'
import { Waiting } from './waiting.tsx'

export type { ChatModel } from './model.ts'
export { startChat }

const views = {
  asking: Asking,
  form: laterView('QuestionForm'),
  sending: Sending,
  waiting: Waiting,
  deserted: laterView('Deserted'),
  talking: Talking,
  question: laterView('Question'),
  ended: Ended,
}

/** Head, body and foot of the person's whole area, from asking to the end. */
export function PersonView({ context, chat }: ChatProps) {
  const { conversation, present } = chat
  const shown = useComputed(() => {
    const stage = conversation.stage.value
    const isNobodyThere = present.value?.length === 0 || conversation.refusal.value === 'nobody-on-duty'
    return stage === 'asking' && isNobodyThere ? 'form' : stage
  }).value
  const View = views[shown]
  const mark = useRef<HTMLSpanElement>(null)
  useLayoutEffect(() => {
    const panel = mark.current?.closest<HTMLElement>('[role=dialog]')
    const active = panel && (panel.getRootNode() as ShadowRoot | Document).activeElement
    // What had the focus went with the view before: it must not fall back to the host page.
    if (panel && active === null && context.isOpen.peek()) focusView(panel, undefined)
  }, [shown])
  return (
    <>
      <span ref={mark} hidden />
      <View context={context} chat={chat} />
    </>
  )
}
