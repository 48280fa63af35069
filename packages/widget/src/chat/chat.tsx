import { useLayoutEffect, useMemo, useRef } from 'preact/hooks'
import { nextTask } from '../models/pause.ts'
import { focusView, holdFocus } from '../panel/focus.ts'
import { Asking } from './asking.tsx'
import { laterView } from './later-view.tsx'
import type { ChatProps } from './model.ts'
import { isNobodyThere } from './nobody-there.ts'
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
  ended: laterView('Ended'),
}

/** Head, body and foot of the person's whole area, from asking to the end. */
export function PersonView({ context, chat }: ChatProps) {
  const { conversation, isStaying } = chat
  const { status } = context.desk
  const stage = conversation.stage.value
  // As it was when they came to ask: the view does not change under their hands.
  const isFormFirst = useMemo(() => status.value?.line.isFormFirst, [stage, status.value === undefined])
  const isForm = isNobodyThere(chat) || (isFormFirst && !isStaying.value)
  const shown = stage === 'asking' && isForm ? 'form' : stage
  const View = views[shown]
  const mark = useRef<HTMLSpanElement>(null)
  useLayoutEffect(() => {
    const panel = mark.current?.closest<HTMLElement>('[role=dialog]')
    const active = panel && (panel.getRootNode() as ShadowRoot | Document).activeElement
    if (!panel || active !== null || !context.isOpen.peek()) return
    // What had the focus went with the view before: it must not fall back to the host page. See `Shell`.
    holdFocus(panel)
    void nextTask().then(() => context.isOpen.peek() && focusView(panel, undefined))
  }, [shown])
  return (
    <>
      <span ref={mark} hidden />
      <View context={context} chat={chat} />
    </>
  )
}
