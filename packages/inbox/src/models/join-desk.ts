import type { Http } from '@deskbell/client/http'
import type { Join, Operator } from '@deskbell/protocol'
import { createModel, signal } from '@preact/signals'
import { AccountModel, accountToSend } from './account.ts'
import { refusalWording, type Wording } from './wording.ts'

export type JoinState = 'checking' | 'link-used' | 'unreachable' | 'open'

/** The page behind an invitation: a colleague makes their own account and comes in. */
export const JoinDeskModel = createModel((http: Http, token: string, signedIn: (operator: Operator) => void) => {
  const state = signal<JoinState>('checking')
  const siteName = signal('')
  const account = new AccountModel({})
  const isBusy = signal(false)
  const trouble = signal<Wording | undefined>(undefined)

  async function check(): Promise<void> {
    state.value = 'checking'
    const answer = await http.send<{ siteName: string }>('POST', '/api/join/look', { token })
    if (answer.ok) {
      siteName.value = answer.value.siteName
      state.value = 'open'
    } else state.value = answer.refusal === 'unreachable' ? 'unreachable' : 'link-used'
  }

  async function submit(): Promise<void> {
    if (!account.isComplete() || isBusy.value) return
    isBusy.value = true
    trouble.value = undefined
    const join: Join = { token, ...accountToSend(account.typed.value) }
    const answer = await http.send<{ operator: Operator }>('POST', '/api/join', join)
    isBusy.value = false
    if (answer.ok) signedIn(answer.value.operator)
    else if (answer.refusal === 'link-used') state.value = 'link-used'
    else if (answer.refusal === 'email-taken') account.refuse('email')
    else if (answer.refusal === 'name-taken') account.refuse('name')
    else trouble.value = refusalWording(answer)
  }

  return { state, siteName, account, isBusy, trouble, check, submit }
})
