import type { Http } from '@deskbell/client/http'
import { email as emailGuard, limits, parse, type Settings, workLimits } from '@deskbell/protocol'
import { computed, createModel, effect, signal } from '@preact/signals'
import { isColour } from './contrast.ts'
import { faultsOfLine, faultsOfTopics, type LineFaults, type TopicFaults } from './line-faults.ts'
import { type DistanceFaults, faultsOfDistance } from './look-faults.ts'
import { siteNameFault } from './set-up.ts'
import { type DraftShelf, SettingsDraftModel, settingsToSend } from './settings-draft.ts'
import { refusalWording, type Wording, wording } from './wording.ts'

export type SettingsState = 'loading' | 'failed' | 'ready' | 'saving'

type Field = 'siteName' | 'email' | 'phone' | 'address' | 'accent' | 'labels'
type Faults = Partial<Record<Field, Wording>>

const phoneLength = 40

/** The settings of the desk, changed field by field and saved at once. */
export const SettingsFormModel = createModel((http: Http, shelf: DraftShelf) => {
  const state = signal<SettingsState>('loading')
  const draft = new SettingsDraftModel(shelf)
  const isAsked = signal(false)
  const isSaved = signal(false)
  const trouble = signal<Wording | undefined>(undefined)
  const faults = computed<Faults>(() => (isAsked.value && draft.draft.value ? faultsOf(draft.draft.value) : {}))
  const lineFaults = computed<LineFaults>(() =>
    isAsked.value && draft.draft.value ? faultsOfLine(draft.draft.value) : {},
  )
  const topicFaults = computed<readonly TopicFaults[]>(() =>
    isAsked.value && draft.draft.value ? faultsOfTopics(draft.draft.value.topics) : [],
  )
  const distanceFaults = computed<DistanceFaults>(() =>
    isAsked.value && draft.draft.value ? faultsOfDistance(draft.draft.value) : {},
  )
  const isFaulty = computed(() =>
    [faults.value, distanceFaults.value, lineFaults.value, ...topicFaults.value].some(
      (found) => Object.keys(found).length > 0,
    ),
  )

  effect(() => {
    if (draft.isChanged.value) isSaved.value = false
  })

  async function load(): Promise<void> {
    state.value = 'loading'
    const answer = await http.get<Settings>('/api/settings')
    state.value = answer.ok ? 'ready' : 'failed'
    trouble.value = answer.ok ? undefined : refusalWording(answer)
    if (answer.ok) draft.begin(answer.value)
  }

  function discard(): void {
    draft.discard()
    isAsked.value = false
    trouble.value = undefined
  }

  async function save(): Promise<void> {
    isAsked.value = true
    const isReady = draft.origins.add() && !isFaulty.value
    if (!isReady || !draft.edited.value || !draft.isChanged.value || state.value !== 'ready') return
    state.value = 'saving'
    trouble.value = undefined
    const answer = await http.send<Settings>('PUT', '/api/settings', settingsToSend(draft.edited.value))
    state.value = 'ready'
    if (answer.ok) {
      draft.settle(answer.value)
      isSaved.value = true
    } else trouble.value = refusalWording(answer)
  }

  return { state, draft, isSaved, faults, distanceFaults, lineFaults, topicFaults, trouble, load, discard, save }
})

export type SettingsForm = InstanceType<typeof SettingsFormModel>

function faultsOf({ siteName, contact, accent, labels }: Settings): Faults {
  const found = {
    siteName: siteNameFault(siteName.trim()),
    email: emailFault(contact.email?.trim() ?? ''),
    phone: lengthFault(contact.phone, phoneLength),
    address: lengthFault(contact.address, limits.titleLength),
    labels: labelsFault(labels),
    accent: isColour(accent) ? undefined : wording('settings.accentWrong'),
  }
  return Object.fromEntries(Object.entries(found).filter(([, fault]) => fault !== undefined))
}

function emailFault(email: string): Wording | undefined {
  return email === '' || parse(emailGuard, email).ok ? undefined : wording('account.emailIncomplete')
}

function labelsFault(labels: readonly string[]): Wording | undefined {
  if (labels.length > workLimits.labels) return wording('labels.tooMany', { most: workLimits.labels })
  const isLong = labels.some(({ length }) => length > workLimits.labelLength)
  return isLong ? wording('labels.tooLong', { most: workLimits.labelLength }) : undefined
}

function lengthFault(text: string | undefined, most: number): Wording | undefined {
  return (text?.trim().length ?? 0) > most ? wording('account.tooLong', { most }) : undefined
}
