import type { Http } from '@deskbell/client/http'
import { limits, type Privacy } from '@deskbell/protocol'
import { computed, createModel, signal } from '@preact/signals'
import { createFormDraft, type DraftShelf } from './form-draft.ts'
import { wording } from './wording.ts'

/** What the number of days may be. */
export const daysBounds = { least: 1, most: limits.retentionDays }

interface Draft {
  /** Undefined while nothing is written in the field. */
  retentionDays?: number | undefined
}

/** How long conversations are kept. Fewer days than now erase something: that is asked once before it is saved. */
export const PrivacyFormModel = createModel((http: Http, shelf: DraftShelf) => {
  const isConfirming = signal(false)
  const form = createFormDraft<Draft, Privacy>({
    shelf,
    load: () => http.get('/api/privacy'),
    send: (body, version) => http.send('PUT', '/api/privacy', body, version),
    read: (privacy) => privacy,
    mayGo({ retentionDays }, { retentionDays: before = 0 }) {
      const isRight = isWithinBounds(retentionDays)
      isConfirming.value = isRight && retentionDays < before
      return isRight && !isConfirming.value
    },
  })
  const days = computed(() => form.draft.value?.retentionDays)
  const fault = computed(() =>
    form.isAsked.value && !isWithinBounds(days.value) ? wording('number.between', daysBounds) : undefined,
  )

  async function store(): Promise<void> {
    if (await form.send()) isConfirming.value = false
  }

  function turnBack(): void {
    isConfirming.value = false
  }

  return { ...form, days, fault, isConfirming, store, turnBack }
})

function isWithinBounds(days: number | undefined): days is number {
  return Number.isInteger(days) && Number(days) >= daysBounds.least && Number(days) <= daysBounds.most
}
