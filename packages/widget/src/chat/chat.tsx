import { useMemo } from 'preact/hooks'
import { Asking } from './asking.tsx'
import { laterView } from './later-view.tsx'
import type { ChatProps } from './model.ts'
import { isNobodyThere } from './nobody-there.ts'
import { startChat } from './start-chat.ts'
import { Talking } from './talking.tsx'
import { Told } from './told.tsx'
import { Waiting } from './waiting.tsx'

export type { ChatModel } from './model.ts'
export { startChat }

const views = {
  asking: Asking,
  form: laterView('QuestionForm'),
  // The same as in the conversation: what is drawn stays, and so do the caret and the focus.
  sending: Talking,
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
  return (
    <>
      <Told context={context} chat={chat} />
      <View context={context} chat={chat} />
    </>
  )
}
