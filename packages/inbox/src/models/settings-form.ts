import type { Http } from '@deskbell/client/http'
import { type Contact, email as emailGuard, limits, parse, type Settings, workLimits } from '@deskbell/protocol'
import { computed, createModel } from '@preact/signals'
import { isColour } from './contrast.ts'
import { createFormDraft, type DraftShelf } from './form-draft.ts'
import { faultsOfLine, faultsOfTopics, type LineFaults, type TopicFaults } from './line-faults.ts'
import { type DistanceFaults, faultsOfDistance } from './look-faults.ts'
import { OriginListModel } from './origin-list.ts'
import { siteNameFault } from './set-up.ts'
import { settingsToSend } from './settings-draft.ts'
import { type Wording, wording } from './wording.ts'

type Field = 'siteName' | 'locales' | 'email' | 'phone' | 'address' | 'accent' | 'labels'
type Faults = Partial<Record<Field, Wording>>

const phoneLength = 40

/** The settings of the desk, changed field by field and saved at once. */
export const SettingsFormModel = createModel((http: Http, shelf: DraftShelf) => {
  const form = createFormDraft<Settings, Settings>({
    shelf,
    load: () => http.get('/api/settings'),
    send: (body, version) => http.send('PUT', '/api/settings', body, version),
    read: (settings) => settings,
    toSend: settingsToSend,
    // A draft of an older shape loses nothing that is new.
    begun: (stored, shelved) => ({ ...stored, ...shelved }),
    mayGo: (): boolean => origins.add() && !isFaulty.value,
  })
  const { draft, isAsked } = form
  const origins = new OriginListModel({
    get value() {
      return draft.value?.origins ?? []
    },
    set value(next) {
      change({ origins: next })
    },
  })
  const asked = computed(() => (isAsked.value ? draft.value : undefined))
  const faults = computed<Faults>(() => (asked.value ? faultsOf(asked.value) : {}))
  const lineFaults = computed<LineFaults>(() => (asked.value ? faultsOfLine(asked.value) : {}))
  const topicFaults = computed<readonly TopicFaults[]>(() => (asked.value ? faultsOfTopics(asked.value.topics) : []))
  const distanceFaults = computed<DistanceFaults>(() => (asked.value ? faultsOfDistance(asked.value) : {}))
  const isFaulty = computed(() =>
    [faults.value, distanceFaults.value, lineFaults.value, ...topicFaults.value].some(
      (found) => Object.keys(found).length > 0,
    ),
  )

  function change(part: Partial<Settings>): void {
    const settings = draft.peek()
    if (settings) form.change({ ...settings, ...part })
  }

  function changeContact(part: Contact): void {
    change({ contact: { ...draft.peek()?.contact, ...part } })
  }

  function discard(): void {
    form.discard()
    origins.type('')
  }

  return { ...form, origins, faults, distanceFaults, lineFaults, topicFaults, change, changeContact, discard }
})

export type SettingsForm = InstanceType<typeof SettingsFormModel>

function faultsOf({ siteName, locales, contact, accent, labels }: Settings): Faults {
  const found = {
    siteName: siteNameFault(siteName.trim()),
    locales:
      locales.length > limits.siteLanguages ? wording('person.tooMany', { most: limits.siteLanguages }) : undefined,
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
