import type { Http } from '@deskbell/client/http'
import type { OwnSessions } from '@deskbell/protocol'
import { createModel, signal } from '@preact/signals'
import { refusalWording, type Wording } from './wording.ts'

/** Where somebody is signed in, as the relay knows it; each can be ended. `path`: whose sessions, one's own unless another is given. */
export const OwnSessionsModel = createModel((http: Http, path = '/api/sessions') => {
  const sessions = signal<OwnSessions>([])
  const isLoaded = signal(false)
  const isBusy = signal(false)
  const trouble = signal<Wording | undefined>(undefined)

  async function load(): Promise<void> {
    const answer = await http.get<OwnSessions>(path)
    isLoaded.value = answer.ok
    if (answer.ok) sessions.value = answer.value
    else trouble.value = refusalWording(answer)
  }

  async function end(id: string): Promise<void> {
    if (isBusy.peek()) return
    isBusy.value = true
    trouble.value = undefined
    const answer = await http.send<null>('DELETE', `${path}/${id}`)
    isBusy.value = false
    if (answer.ok) sessions.value = sessions.peek().filter((session) => session.id !== id)
    else trouble.value = refusalWording(answer)
  }

  return { sessions, isLoaded, isBusy, trouble, load, end }
})

export type SessionList = InstanceType<typeof OwnSessionsModel>
