import type { Http } from '@deskbell/client/http'
import type { InvitationReply } from '@deskbell/protocol'
import { createModel, signal } from '@preact/signals'
import { refusalWording, type Wording } from './wording.ts'

/** The one-time link by which an owner adds an operator. */
export const InvitationModel = createModel((http: Http) => {
  const invitation = signal<InvitationReply | undefined>(undefined)
  const isBusy = signal(false)
  const trouble = signal<Wording | undefined>(undefined)

  async function invite(): Promise<void> {
    if (isBusy.value) return
    isBusy.value = true
    trouble.value = undefined
    const answer = await http.send<InvitationReply>('POST', '/api/invitations')
    isBusy.value = false
    if (answer.ok) invitation.value = answer.value
    else trouble.value = refusalWording(answer)
  }

  return { invitation, isBusy, trouble, invite }
})
