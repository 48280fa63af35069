import type { Answer, Http } from '@deskbell/client/http'
import type { DisabledChange, PasswordLinkReply, RoleChange, TeamMember } from '@deskbell/protocol'
import { createModel, type ReadonlySignal, signal } from '@preact/signals'
import type { NoticeLine } from './notice.ts'
import { refusalWording, type Wording, wording } from './wording.ts'

interface Given {
  http: Http
  /** As the relay tells it now. */
  member: ReadonlySignal<TeamMember>
  notice: NoticeLine
}

/** What was tried, so that why it did not happen is told beside it. */
export type Deed = 'role' | 'link' | 'sign-out' | 'disable' | 'remove'

/** What an owner does with a colleague's account: role, a link for a lost password, sign-out, disabling, removal. */
export const PersonAccessModel = createModel(({ http, member, notice }: Given) => {
  const { id } = member.peek()
  /** How they are called in what is told. */
  const called = () => ({ name: member.peek().name })
  const link = signal<PasswordLinkReply | undefined>(undefined)
  const isBusy = signal(false)
  const restore = restoring(http, member, notice)
  const failed = signal<{ deed: Deed; why: Wording } | undefined>(undefined)

  /** One thing at a time. */
  async function ask<T>(deed: Deed, request: () => Promise<Answer<T>>): Promise<Answer<T> | undefined> {
    if (isBusy.peek()) return undefined
    isBusy.value = true
    failed.value = undefined
    const answer = await request()
    isBusy.value = false
    if (!answer.ok) failed.value = { deed, why: refusalWording(answer) }
    return answer
  }

  async function setOwner(isOwner: boolean): Promise<void> {
    const change: RoleChange = { isOwner }
    const answer = await ask('role', () => http.send('PUT', `/api/operators/${id}/role`, change))
    if (!answer?.ok) return
    const text = wording(isOwner ? 'access.isOwnerNow' : 'access.isOperatorNow', called())
    notice.show({ text, undo: () => undo(() => setOwner(!isOwner)) })
  }

  function undo(taking: () => Promise<void>): void {
    notice.hide()
    void taking()
  }

  async function makeLink(): Promise<void> {
    const answer = await ask('link', () => http.send<PasswordLinkReply>('POST', `/api/operators/${id}/password-link`))
    if (answer?.ok) link.value = answer.value
  }

  async function signOut(): Promise<void> {
    const answer = await ask('sign-out', () => http.send('DELETE', `/api/operators/${id}/sessions`))
    if (answer?.ok) notice.show({ text: wording('access.signedOut', called()) })
  }

  async function setDisabled(isDisabled: boolean): Promise<void> {
    const change: DisabledChange = { isDisabled }
    const answer = await ask('disable', () => http.send('PUT', `/api/operators/${id}/disabled`, change))
    if (answer?.ok) notice.show({ text: wording(isDisabled ? 'access.isDisabled' : 'access.isEnabled', called()) })
  }

  /** Whether they are gone. */
  async function remove(): Promise<boolean> {
    const answer = await ask('remove', () => http.send('DELETE', `/api/operators/${id}`))
    if (answer?.ok) notice.show({ text: wording('access.removed', called()), undo: () => void restore() })
    return answer?.ok === true
  }

  return { link, isBusy, failed, setOwner, makeLink, signOut, setDisabled, remove }
})

export type PersonAccess = InstanceType<typeof PersonAccessModel>

/** Their page is left by then, so the line says what is refused. */
function restoring(http: Http, member: Given['member'], notice: NoticeLine) {
  return async (): Promise<void> => {
    const { id, name } = member.peek()
    notice.hide()
    const answer = await http.send('POST', `/api/operators/${id}/restore`)
    const text = answer.ok ? wording('access.restored', { name }) : refusalWording(answer)
    notice.show({ text, isRefusal: !answer.ok })
  }
}
