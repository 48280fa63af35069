import { type Signal, useSignal } from '@preact/signals'
import type { RefObject } from 'preact'
import { useRef } from 'preact/hooks'
import type { ChatProps } from '../chat/model.ts'
import { emailProblem } from './email-words.ts'

export interface EmailEntry {
  field: RefObject<HTMLInputElement | null>
  problem: Signal<string | undefined>
  /** The address; undefined where one is wanted and this is none: then it says why and has the focus. */
  take(): string | undefined
}

/** What was typed as an address, kept with the draft. */
export function useEmail({ context, chat }: ChatProps): EmailEntry {
  const field = useRef<HTMLInputElement>(null)
  const problem = useSignal<string | undefined>(undefined)
  return {
    field,
    problem,
    take() {
      problem.value = emailProblem(context.t, chat.draft.email.value)
      if (problem.value === undefined) return chat.draft.email.value.trim()
      field.current?.focus()
      return undefined
    },
  }
}

const fieldId = 'deskbell-email'
const problemId = 'deskbell-email-problem'

/** Where an answer goes. It says which part of an address is missing. */
export function EmailField({ chat, label, entry }: ChatProps & { label: string; entry: EmailEntry }) {
  const problem = entry.problem.value
  return (
    <div>
      <label class="label" for={fieldId}>
        {label}
      </label>
      <input
        class="field"
        id={fieldId}
        ref={entry.field}
        type="email"
        inputMode="email"
        autocomplete="email"
        dir="ltr"
        value={chat.draft.email.value}
        aria-invalid={problem === undefined ? undefined : 'true'}
        aria-describedby={problem === undefined ? undefined : problemId}
        onInput={({ currentTarget }) => {
          chat.draft.writeEmail(currentTarget.value)
          entry.problem.value = undefined
        }}
      />
      {problem && (
        <p class="error" id={problemId} role="alert">
          {problem}
        </p>
      )}
    </div>
  )
}
