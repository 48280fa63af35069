import type { Http } from '@deskbell/client/http'
import { type ClosedDays, type HoursReply, isInOrder, type OpeningHours, type OpenSpan } from '@deskbell/protocol'
import { computed, createModel, signal } from '@preact/signals'
import { createFormDraft, type DraftShelf } from './form-draft.ts'
import { type Wording, wording } from './wording.ts'

const usualSpan: OpenSpan = { from: '09:00', to: '17:00' }

/** When somebody is usually there, as it stands on screen; saved all at once. */
export const HoursFormModel = createModel((http: Http, shelf: DraftShelf) => {
  const opensAt = signal<number | undefined>(undefined)
  const form = createFormDraft<OpeningHours, HoursReply>({
    shelf,
    load: () => http.get('/api/hours'),
    send: (body, version) => http.send('PUT', '/api/hours', body, version),
    read(reply) {
      opensAt.value = reply.opensAt
      return begun(reply.hours)
    },
    mayGo: (hours) => !isFaulty(faultsOf(hours)),
  })
  const hours = form.draft
  const faults = computed(() => (form.isAsked.value && hours.value ? faultsOf(hours.value) : noFaults))

  function change(part: Partial<OpeningHours>): void {
    if (hours.value) form.change({ ...hours.value, ...part })
  }

  return { ...form, hours, opensAt, faults, change }
})

export type HoursForm = InstanceType<typeof HoursFormModel>

/** Of hours that nobody has written yet, the owner's own zone is the likely one. */
export function begun(hours: OpeningHours): OpeningHours {
  const isWritten = hours.timeZone !== 'UTC' || hours.week.some((day) => day.length > 0) || hours.closed.length > 0
  return isWritten ? hours : { ...hours, timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone }
}

/** One more for a day: what is usual, or the hours after the last. */
export function spanAfter(day: readonly OpenSpan[]): OpenSpan {
  const last = day.at(-1)
  return last ? { from: last.to, to: '24:00' } : usualSpan
}

interface Faults {
  days: readonly (Wording | undefined)[]
  closed: readonly (Wording | undefined)[]
}

const noFaults: Faults = { days: [], closed: [] }

function faultsOf({ week, closed }: OpeningHours): Faults {
  return { days: week.map(dayFault), closed: closed.map(daysFault) }
}

/** What is wrong with the hours of a day. */
export function dayFault(day: readonly OpenSpan[]): Wording | undefined {
  const isComplete = day.every(({ from, to }) => from !== '' && to !== '')
  return isComplete && isInOrder(day) ? undefined : wording('hours.dayWrong')
}

/** What is wrong with days from the first to the last. */
export function daysFault({ from, to }: ClosedDays): Wording | undefined {
  return from !== '' && from <= to ? undefined : wording('hours.closedWrong')
}

function isFaulty({ days, closed }: Faults): boolean {
  return [...days, ...closed].some((fault) => fault !== undefined)
}
