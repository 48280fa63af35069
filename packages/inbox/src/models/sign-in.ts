import type { Http } from '@deskbell/client/http'
import type { Operator, SignIn } from '@deskbell/protocol'
import { createModel, signal } from '@preact/signals'
import { refusalWording, type Wording, wording } from './wording.ts'

const minute = 60_000

export const SignInModel = createModel((http: Http, signedIn: (operator: Operator) => void) => {
  const email = signal('')
  const password = signal('')
  const isBusy = signal(false)
  const fault = signal<Wording | undefined>(undefined)

  async function submit(): Promise<void> {
    const given: SignIn = { email: email.value.trim(), password: password.value }
    if (given.email === '' || given.password === '') {
      fault.value = wording('signIn.incomplete')
      return
    }
    if (isBusy.value) return
    isBusy.value = true
    fault.value = undefined
    const answer = await http.send<{ operator: Operator }>('POST', '/api/session', given)
    isBusy.value = false
    if (answer.ok) signedIn(answer.value.operator)
    else fault.value = faultOf(answer)
  }

  return { email, password, isBusy, fault, submit }
})

function faultOf(answer: Parameters<typeof refusalWording>[0]): Wording {
  if (answer.refusal === 'wrong-credentials') return wording('signIn.wrong')
  return answer.refusal === 'rate-limited' ? pauseWording(answer) : refusalWording(answer)
}

/** How long there is a pause after too many wrong passwords. */
export function pauseWording({ retryAfterMs = 0 }: { retryAfterMs?: number }): Wording {
  return wording('signIn.pause', { count: Math.max(1, Math.ceil(retryAfterMs / minute)) })
}
