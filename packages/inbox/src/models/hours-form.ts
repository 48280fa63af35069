import type { Answer, Http } from '@deskbell/client/http'
import { type HoursReply, isInOrder, type OpeningHours, type OpenSpan } from '@deskbell/protocol'
import { computed, createModel, effect, signal } from '@preact/signals'
import type { DraftShelf } from './settings-draft.ts'
import { refusalWording, type Wording, wording } from './wording.ts'

const usualSpan: OpenSpan = { from: '09:00', to: '17:00' }

/** When somebody is usually there, as it stands on screen; saved all at once. */
export const HoursFormModel = createModel((http: Http, shelf: DraftShelf) => {
  const state = signal<'loading' | 'failed' | 'ready' | 'saving'>('loading')
  const stored = signal<OpeningHours | undefined>(undefined)
  const hours = signal<OpeningHours | undefined>(undefined)
  const opensAt = signal<number | undefined>(undefined)
  const isAsked = signal(false)
  const isSaved = signal(false)
  const trouble = signal<Wording | undefined>(undefined)
  const isChanged = computed(() => JSON.stringify(hours.value) !== JSON.stringify(stored.value))
  const faults = computed(() => (isAsked.value && hours.value ? faultsOf(hours.value) : noFaults))

  effect(() => {
    if (isChanged.value) isSaved.value = false
    if (stored.value) shelf.write(isChanged.value ? JSON.stringify(hours.value) : null)
  })

  function took(answer: Answer<HoursReply>, otherwise: 'failed' | 'ready'): void {
    state.value = answer.ok ? 'ready' : otherwise
    trouble.value = answer.ok ? undefined : refusalWording(answer)
    if (!answer.ok) return
    hours.value = answer.value.hours
    stored.value = answer.value.hours
    opensAt.value = answer.value.opensAt
  }

  async function load(): Promise<void> {
    state.value = 'loading'
    const draft = shelf.read()
    const answer = await http.get<HoursReply>('/api/hours')
    took(answer, 'failed')
    if (!answer.ok) return
    stored.value = begun(answer.value.hours)
    hours.value = (JSON.parse(draft ?? 'null') as OpeningHours | null) ?? stored.value
  }

  function change(part: Partial<OpeningHours>): void {
    if (hours.value) hours.value = { ...hours.value, ...part }
  }

  function changeDay(day: number, spans: readonly OpenSpan[]): void {
    if (hours.value) change({ week: hours.value.week.with(day, spans) })
  }

  function discard(): void {
    hours.value = stored.value
    isAsked.value = false
    trouble.value = undefined
  }

  async function save(): Promise<void> {
    isAsked.value = true
    if (!hours.value || !isChanged.value || state.value !== 'ready' || isFaulty(faultsOf(hours.value))) return
    state.value = 'saving'
    const answer = await http.send<HoursReply>('PUT', '/api/hours', hours.value)
    took(answer, 'ready')
    isSaved.value = answer.ok
  }

  return { state, hours, opensAt, isChanged, isSaved, faults, trouble, load, change, changeDay, discard, save }
})

export type HoursForm = InstanceType<typeof HoursFormModel>

/** Of hours that nobody has written yet, the owner's own zone is the likely one. */
function begun(hours: OpeningHours): OpeningHours {
  const isWritten = hours.week.some((day) => day.length > 0) || hours.closed.length > 0
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
  return {
    days: week.map((day) => (isComplete(day) && isInOrder(day) ? undefined : wording('hours.dayWrong'))),
    closed: closed.map(({ from, to }) => (from !== '' && from <= to ? undefined : wording('hours.closedWrong'))),
  }
}

function isComplete(day: readonly OpenSpan[]): boolean {
  return day.every(({ from, to }) => from !== '' && to !== '')
}

function isFaulty({ days, closed }: Faults): boolean {
  return [...days, ...closed].some((fault) => fault !== undefined)
}
