import type { Refusal } from '@deskbell/protocol'
import type { RefObject } from 'preact'
import { Foreign } from '../panel/only-in.tsx'
import { Attach } from './attach.tsx'
import { ChosenFiles } from './chosen-files.tsx'
import { DraftArea } from './draft-area.tsx'
import type { ChatProps } from './model.ts'
import { Problem, problemWords } from './problem.tsx'

export interface MessageFieldProps extends ChatProps {
  /** Where the owner has no words of their own in the visitor's language. */
  label: string
  fieldRef: RefObject<HTMLTextAreaElement | null>
  problem: Refusal | undefined
  onSend?: () => void
}

const fieldId = 'deskbell-message'
const problemId = 'deskbell-message-problem'

/** The draft under a label, as the first message or as a question. */
export function MessageField({ context, chat, label, fieldRef, problem, onSend }: MessageFieldProps) {
  const { draft } = chat
  const text = draft.text.value
  const own = context.desk.status.value?.texts
  const isWrong = problemWords(context.t, text, problem) !== undefined
  return (
    <div>
      <label class="label" for={fieldId}>
        {own?.question ?? label}
        {own?.foreignQuestion && <Foreign context={context} said={own.foreignQuestion} />}
      </label>
      <DraftArea
        draft={draft}
        fieldRef={fieldRef}
        id={fieldId}
        problemId={isWrong ? problemId : undefined}
        {...(onSend && { onSend })}
      />
      <Problem context={context} id={problemId} text={text} problem={problem} />
      <Attach context={context} chat={chat} />
      <ChosenFiles context={context} chat={chat} />
    </div>
  )
}
