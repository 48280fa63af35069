import type { Http } from '@deskbell/client/http'
import type { OperatorChange } from '@deskbell/protocol'
import { computed, createModel, effect, signal } from '@preact/signals'
import { type PersonDraftGiven, PersonDraftModel } from './person-draft.ts'
import { faultsOfProfile, type ProfileFaults, profileOf } from './person-profile.ts'
import { refusalWording, type Wording } from './wording.ts'

interface Given extends PersonDraftGiven {
  http: Http
}

/** What the owner says of one operator: changed field by field, saved at once, and taken back by one press. */
export const PersonFormModel = createModel(({ http, member, shelf }: Given) => {
  const { profile, stored, isChanged, isOvertaken, change, ...draft } = new PersonDraftModel({ member, shelf })
  const state = signal<'editing' | 'saving' | 'saved'>('editing')
  const isAsked = signal(false)
  const faults = computed<ProfileFaults>(() => (isAsked.value ? faultsOfProfile(profile.value) : {}))
  const trouble = signal<Wording | undefined>(undefined)

  /** What the last save has replaced. */
  const before = signal<OperatorChange | undefined>(undefined)
  const canUndo = computed(() => before.value !== undefined)

  effect(() => {
    if (isChanged.value && state.peek() === 'saved') state.value = 'editing'
  })

  function discard(): void {
    draft.discard()
    isAsked.value = false
    trouble.value = undefined
  }

  async function save(): Promise<void> {
    isAsked.value = true
    if (!isChanged.peek() || state.peek() === 'saving' || Object.keys(faults.peek()).length > 0) return
    const replaced = stored.peek()
    if (!(await put(profile.peek()))) return
    before.value = replaced
    if (!isChanged.peek()) state.value = 'saved'
  }

  async function undo(): Promise<void> {
    const replaced = before.peek()
    if (!replaced || state.peek() === 'saving') return
    if (await put(replaced)) before.value = undefined
  }

  async function put(sent: OperatorChange): Promise<boolean> {
    state.value = 'saving'
    trouble.value = undefined
    const answer = await http.send<OperatorChange>('PUT', `/api/operators/${member.peek().id}`, sent)
    state.value = 'editing'
    if (answer.ok) draft.settle(profileOf(answer.value), profile.peek() === sent)
    else trouble.value = refusalWording(answer)
    return answer.ok
  }

  return { profile, isChanged, isOvertaken, state, faults, trouble, canUndo, change, discard, save, undo }
})

export type PersonForm = InstanceType<typeof PersonFormModel>
