import { type Signal, useSignal } from '@preact/signals'
import type { RefObject } from 'preact'
import { useRef } from 'preact/hooks'
import type { ChatModel } from '../chat/model.ts'

/** What visitors can say of themselves in a field, kept with the draft. */
export interface Entry {
  value: string
  field: RefObject<HTMLInputElement | null>
  problem: Signal<string | undefined>
  write(value: string): void
  /** What was typed; undefined where something is wrong with it: then it says what and has the focus. */
  take(): string | undefined
  /** Says what is wrong, and has the focus. */
  refuse(problem: string): void
}

/** `faultOf` says in words what is wrong with what was typed. */
export function useEntry(
  { draft }: ChatModel,
  name: 'name' | 'email',
  faultOf: (typed: string) => string | undefined,
): Entry {
  const field = useRef<HTMLInputElement>(null)
  const problem = useSignal<string | undefined>(undefined)
  function refuse(words: string): void {
    problem.value = words
    field.current?.focus()
  }
  return {
    value: draft[name].value,
    field,
    problem,
    refuse,
    write(value) {
      draft.fill(name, value)
      problem.value = undefined
    },
    take() {
      const typed = draft[name].value.trim()
      const fault = faultOf(typed)
      if (fault === undefined) return typed
      refuse(fault)
      return undefined
    },
  }
}
