import type { Http } from '@deskbell/client/http'
import type { Operator, ShownChange } from '@deskbell/protocol'
import { computed, createModel, effect, type ReadonlySignal, signal } from '@preact/signals'
import { shownFaults } from './account.ts'
import { refusalWording, type Wording, wording } from './wording.ts'

interface Given {
  http: Http
  /** As the relay tells it now. */
  operator: ReadonlySignal<Operator>
}

/** What visitors see of an operator: name and role, as they are typed anew. */
export const ShownModel = createModel(({ http, operator }: Given) => {
  /** Undefined: as the relay has it. */
  const draft = signal<Required<ShownChange> | undefined>(undefined)
  const typed = computed(() => draft.value ?? { name: operator.value.name, role: operator.value.role ?? '' })
  const isAsked = signal(false)
  const taken = signal<string | undefined>(undefined)
  const trouble = signal<Wording | undefined>(undefined)
  const state = signal<'editing' | 'saving' | 'saved'>('editing')
  const toSend = computed(() => ({ name: typed.value.name.trim(), role: typed.value.role.trim() }))
  const faults = computed(() => {
    const { name, role } = isAsked.value ? shownFaults(toSend.value) : {}
    return { name: taken.value === toSend.value.name ? wording('refusal.name-taken') : name, role }
  })

  effect(() => {
    void operator.value
    if (state.peek() === 'saved') draft.value = undefined
  })

  function change(part: Partial<ShownChange>): void {
    draft.value = { ...typed.peek(), ...part }
    if (state.peek() === 'saved') state.value = 'editing'
  }

  async function save(): Promise<void> {
    isAsked.value = true
    if (Object.values(faults.peek()).some(Boolean) || state.peek() === 'saving') return
    const { name, role } = toSend.peek()
    const sent: ShownChange = role ? { name, role } : { name }
    state.value = 'saving'
    trouble.value = undefined
    const answer = await http.send<Operator>('PUT', `/api/operators/${operator.peek().id}/shown`, sent)
    state.value = answer.ok ? 'saved' : 'editing'
    if (answer.ok) return
    if (answer.refusal === 'name-taken') taken.value = name
    else trouble.value = refusalWording(answer)
  }

  return { typed, faults, trouble, state, change, save }
})
