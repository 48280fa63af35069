import { computed, createModel, signal } from '@preact/signals'
import { passwordFault } from './account.ts'

/** A password to be. What is wrong with it is told only after the first try to go on, then as it is typed. */
export const ChosenPasswordModel = createModel(() => {
  const value = signal('')
  const isAsked = signal(false)
  const fault = computed(() => (isAsked.value ? passwordFault(value.value) : undefined))

  /** Whether it may be sent; from now on the fault is told. */
  function isRight(): boolean {
    isAsked.value = true
    return fault.peek() === undefined
  }

  function clear(): void {
    value.value = ''
    isAsked.value = false
  }

  return { value, fault, isRight, clear }
})
