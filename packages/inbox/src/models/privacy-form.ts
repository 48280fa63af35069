import type { Http } from '@deskbell/client/http'
import { limits, type Privacy } from '@deskbell/protocol'
import { computed, createModel, signal } from '@preact/signals'
import { refusalWording, type Wording, wording } from './wording.ts'

/** What the number of days may be. */
export const daysBounds = { least: 1, most: limits.retentionDays }

/** How long conversations are kept. Fewer days than now erase something: that is asked once before it is saved. */
export const PrivacyFormModel = createModel((http: Http) => {
  const state = signal<'loading' | 'failed' | 'ready' | 'saving'>('loading')
  const stored = signal<number | undefined>(undefined)
  const days = signal<number | undefined>(undefined)
  const isAsked = signal(false)
  const isConfirming = signal(false)
  const isSaved = signal(false)
  const trouble = signal<Wording | undefined>(undefined)
  const isChanged = computed(() => days.value !== stored.value)
  const isRight = computed(() => isWithinBounds(days.value))
  const fault = computed(() => (isAsked.value && !isRight.value ? wording('number.between', daysBounds) : undefined))

  function show({ retentionDays }: Privacy): void {
    stored.value = retentionDays
    days.value = retentionDays
  }

  async function load(): Promise<void> {
    state.value = 'loading'
    const answer = await http.get<Privacy>('/api/privacy')
    state.value = answer.ok ? 'ready' : 'failed'
    trouble.value = answer.ok ? undefined : refusalWording(answer)
    if (answer.ok) show(answer.value)
  }

  function change(next: number | undefined): void {
    days.value = next
    isSaved.value = false
  }

  function discard(): void {
    days.value = stored.value
    isAsked.value = false
    trouble.value = undefined
  }

  async function save(): Promise<void> {
    isAsked.value = true
    if (!isChanged.value || !isRight.value || state.value === 'saving') return
    if ((days.value ?? 0) < (stored.value ?? 0)) isConfirming.value = true
    else await store()
  }

  function turnBack(): void {
    isConfirming.value = false
    trouble.value = undefined
  }

  async function store(): Promise<void> {
    if (state.value === 'saving') return
    state.value = 'saving'
    const answer = await http.send<Privacy>('PUT', '/api/privacy', { retentionDays: days.value })
    state.value = 'ready'
    trouble.value = answer.ok ? undefined : refusalWording(answer)
    isSaved.value = answer.ok
    if (!answer.ok) return
    show(answer.value)
    isConfirming.value = false
  }

  return { state, days, fault, isChanged, isConfirming, isSaved, trouble, load, change, discard, save, store, turnBack }
})

function isWithinBounds(days = 0): boolean {
  return Number.isInteger(days) && days >= daysBounds.least && days <= daysBounds.most
}
