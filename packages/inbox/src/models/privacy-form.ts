import type { Answer, Http } from '@deskbell/client/http'
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
  const fault = computed(() =>
    isAsked.value && !isWithinBounds(days.value) ? wording('number.between', daysBounds) : undefined,
  )

  function took(answer: Answer<Privacy>, otherwise: 'failed' | 'ready'): void {
    state.value = answer.ok ? 'ready' : otherwise
    trouble.value = answer.ok ? undefined : refusalWording(answer)
    if (!answer.ok) return
    stored.value = answer.value.retentionDays
    days.value = answer.value.retentionDays
  }

  async function load(): Promise<void> {
    state.value = 'loading'
    const answer = await http.get<Privacy>('/api/privacy')
    took(answer, 'failed')
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
    if (!isChanged.value || !isWithinBounds(days.value) || state.value === 'saving') return
    isConfirming.value = (days.value ?? 0) < (stored.value ?? 0)
    if (!isConfirming.value) await store()
  }

  function turnBack(): void {
    isConfirming.value = false
    trouble.value = undefined
  }

  async function store(): Promise<void> {
    state.value = 'saving'
    const answer = await http.send<Privacy>('PUT', '/api/privacy', { retentionDays: days.value })
    took(answer, 'ready')
    isSaved.value = answer.ok
    if (answer.ok) isConfirming.value = false
  }

  return { state, days, fault, isChanged, isConfirming, isSaved, trouble, load, change, discard, save, store, turnBack }
})

function isWithinBounds(days = 0): boolean {
  return Number.isInteger(days) && days >= daysBounds.least && days <= daysBounds.most
}
