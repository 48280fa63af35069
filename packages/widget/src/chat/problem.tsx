import { refusalWords, type WidgetTranslate } from '@deskbell/locales'
import { limits, type Refusal } from '@deskbell/protocol'
import { useSignal } from '@preact/signals'
import { useRef } from 'preact/hooks'
import type { NotSent } from '../models/writing.ts'
import type { WidgetContext } from '../panel/context.ts'
import { writeNumber } from '../panel/write-number.ts'

/** How near the limit the count appears, in characters. */
const nearLimit = 200

export interface ProblemProps {
  context: WidgetContext
  id: string
  text: string
  problem: Refusal | undefined
}

/** What is wrong with a text, or how near it is to the limit. Nothing while all is well. */
export function Problem({ context, id, text, problem }: ProblemProps) {
  const { t } = context
  const words = problemWords(t, text, problem)
  if (words !== undefined) {
    return (
      <p class="error" id={id} role="alert">
        {words}
      </p>
    )
  }
  if (text.length <= limits.messageLength - nearLimit) return null
  return <p class="hint">{`${writeNumber(context, text.length)} / ${writeNumber(context, limits.messageLength)}`}</p>
}

/** Undefined: nothing is wrong. A text that was too long and is not any more has no problem left. */
export function problemWords(t: WidgetTranslate, text: string, problem: Refusal | undefined): string | undefined {
  const over = text.length - limits.messageLength
  if (over > 0) return t('field.over', { count: over })
  return problem === undefined || problem === 'message-too-long' ? undefined : refusalWords(t, problem)
}

/** Sends, and where that can't be, says why and puts the caret back into the field. An empty field only gets the caret. */
export function useSending(send: () => NotSent | undefined) {
  const problem = useSignal<Refusal | undefined>(undefined)
  const field = useRef<HTMLTextAreaElement>(null)
  const submit = (event?: Event) => {
    event?.preventDefault()
    const notSent = send()
    problem.value = notSent === 'message-empty' ? undefined : notSent
    if (notSent) field.current?.focus()
  }
  return { problem, field, submit }
}
