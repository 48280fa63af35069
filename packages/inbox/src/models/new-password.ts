import type { Http } from '@deskbell/client/http'
import type { NewPassword, Operator, PasswordLinkOf } from '@deskbell/protocol'
import { createModel, signal } from '@preact/signals'
import { ChosenPasswordModel } from './chosen-password.ts'
import { refusalWording, type Wording } from './wording.ts'

export type LinkState = 'checking' | 'link-used' | 'unreachable' | 'open'

/** The page behind a link for a lost password: who has the link sets a new one and comes in. */
export const NewPasswordModel = createModel((http: Http, token: string, signedIn: (operator: Operator) => void) => {
  const state = signal<LinkState>('checking')
  const whose = signal<PasswordLinkOf>({ siteName: '', name: '', email: '' })
  const password = new ChosenPasswordModel()
  const isBusy = signal(false)
  const trouble = signal<Wording | undefined>(undefined)

  async function check(): Promise<void> {
    state.value = 'checking'
    const answer = await http.send<PasswordLinkOf>('POST', '/api/new-password/look', { token })
    if (answer.ok) {
      whose.value = answer.value
      state.value = 'open'
    } else state.value = answer.refusal === 'unreachable' ? 'unreachable' : 'link-used'
  }

  async function submit(): Promise<void> {
    if (!password.isRight() || isBusy.peek()) return
    isBusy.value = true
    trouble.value = undefined
    const sent: NewPassword = { token, password: password.value.peek() }
    const answer = await http.send<{ operator: Operator }>('POST', '/api/new-password', sent)
    isBusy.value = false
    if (answer.ok) signedIn(answer.value.operator)
    else if (answer.refusal === 'link-used') state.value = 'link-used'
    else trouble.value = refusalWording(answer)
  }

  return { state, whose, password, isBusy, trouble, check, submit }
})
