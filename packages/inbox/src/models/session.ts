import type { Http } from '@deskbell/client/http'
import type { Operator, SessionReply } from '@deskbell/protocol'
import { createModel, signal } from '@preact/signals'
import { refusalWording, type Wording } from './wording.ts'

/** Who is signed in on this browser. The cookie is the relay's; this only knows what the relay said of it. */
export const SessionModel = createModel((http: Http) => {
  /** Undefined until the relay has answered once. */
  const state = signal<SessionReply | undefined>(undefined)
  /** The last question to the relay went unanswered. */
  const isUnreachable = signal(false)
  /** Whether the next connection goes on duty by itself. Taken once, with `takeWish`. */
  let wantsDuty = false

  async function ask(): Promise<void> {
    const answer = await http.get<SessionReply>('/api/session')
    isUnreachable.value = !answer.ok
    if (answer.ok) state.value = answer.value
  }

  function signedIn(operator: Operator, options: { goOnDuty?: boolean } = {}): void {
    wantsDuty = options.goOnDuty ?? false
    isUnreachable.value = false
    state.value = { state: 'signed-in', operator }
  }

  /** Ends the session on the relay, or all of this operator's; what the relay then says of it is shown. Gives why not. */
  async function signOut(from: 'here' | 'everywhere' = 'here'): Promise<Wording | undefined> {
    const reply = state.peek()
    if (reply?.state !== 'signed-in') return undefined
    const { id } = reply.operator
    const answer = await http.send('DELETE', from === 'here' ? '/api/session' : `/api/operators/${id}/sessions`)
    if (!answer.ok && answer.refusal !== 'signed-out') return refusalWording(answer)
    await ask()
    return undefined
  }

  function takeWish(): boolean {
    const wish = wantsDuty
    wantsDuty = false
    return wish
  }

  return { state, isUnreachable, ask, signedIn, signOut, takeWish }
})

export type Session = InstanceType<typeof SessionModel>
