import type { Http } from '@deskbell/client/http'
import type { PasswordChange } from '@deskbell/protocol'
import { createModel, effect, signal } from '@preact/signals'
import { ChosenPasswordModel } from './chosen-password.ts'
import { pauseWording } from './sign-in.ts'
import { refusalWording, type Wording, wording } from './wording.ts'

/** One's own password, changed by who knows it; every other browser is signed out by that. */
export const OwnPasswordModel = createModel((http: Http) => {
  const current = signal('')
  const chosen = new ChosenPasswordModel()
  const currentFault = signal<Wording | undefined>(undefined)
  const trouble = signal<Wording | undefined>(undefined)
  const state = signal<'editing' | 'saving' | 'saved'>('editing')

  effect(() => {
    const isTyped = current.value !== '' || chosen.value.value !== ''
    if (isTyped && state.peek() === 'saved') state.value = 'editing'
  })

  async function submit(): Promise<void> {
    currentFault.value = current.peek() === '' ? wording('ownAccount.currentMissing') : undefined
    const isRight = chosen.isRight()
    if (currentFault.peek() || !isRight || state.peek() === 'saving') return
    state.value = 'saving'
    trouble.value = undefined
    const change: PasswordChange = { current: current.peek(), password: chosen.value.peek() }
    const answer = await http.send<null>('PUT', '/api/password', change)
    state.value = 'editing'
    if (answer.ok) settle()
    else if (answer.refusal === 'wrong-credentials') currentFault.value = wording('ownAccount.currentWrong')
    else trouble.value = answer.refusal === 'rate-limited' ? pauseWording(answer) : refusalWording(answer)
  }

  function settle(): void {
    current.value = ''
    chosen.clear()
    state.value = 'saved'
  }

  return { current, chosen, currentFault, trouble, state, submit }
})
