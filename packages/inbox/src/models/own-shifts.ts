import type { Http } from '@deskbell/client/http'
import type { RosterReply, ShiftTime } from '@deskbell/protocol'
import { createModel, signal } from '@preact/signals'
import { refusalWording, type Wording } from './wording.ts'

/** The shifts of the operator at this screen, of two weeks. */
export const OwnShiftsModel = createModel((http: Http) => {
  const state = signal<'loading' | 'failed' | 'ready'>('loading')
  const shifts = signal<readonly ShiftTime[]>([])
  const trouble = signal<Wording | undefined>(undefined)

  async function load(): Promise<void> {
    if (state.peek() !== 'ready') state.value = 'loading'
    const answer = await http.get<RosterReply>('/api/roster')
    state.value = answer.ok ? 'ready' : 'failed'
    trouble.value = answer.ok ? undefined : refusalWording(answer)
    if (answer.ok) shifts.value = answer.value.own
  }

  return { state, shifts, trouble, load }
})
