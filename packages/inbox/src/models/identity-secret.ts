import type { Answer, Http } from '@deskbell/client/http'
import type { IdentitySecretReply } from '@deskbell/protocol'
import { createModel, signal } from '@preact/signals'
import { refusalWording, type Wording } from './wording.ts'

const path = '/api/identity-secret'

/** What the shop's server signs with: fetched only when an owner wants to see it. */
export const IdentitySecretModel = createModel((http: Http) => {
  const secret = signal<string | undefined>(undefined)
  const isAsking = signal(false)
  const isBusy = signal(false)
  const isRenewed = signal(false)
  const trouble = signal<Wording | undefined>(undefined)

  async function fetched(request: Promise<Answer<IdentitySecretReply>>): Promise<boolean> {
    isBusy.value = true
    const answer = await request
    isBusy.value = false
    trouble.value = answer.ok ? undefined : refusalWording(answer)
    if (answer.ok) secret.value = answer.value.secret
    return answer.ok
  }

  async function renew(): Promise<void> {
    if (!(await fetched(http.send<IdentitySecretReply>('POST', path)))) return
    isRenewed.value = true
    isAsking.value = false
  }

  return {
    secret,
    isAsking,
    isBusy,
    isRenewed,
    trouble,
    show: () => fetched(http.get<IdentitySecretReply>(path)),
    renew,
  }
})
