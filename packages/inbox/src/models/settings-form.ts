import type { Http } from '@deskbell/client/http'
import { type Contact, email as emailGuard, limits, parse, type Settings } from '@deskbell/protocol'
import { computed, createModel, effect, signal } from '@preact/signals'
import { OriginListModel } from './origin-list.ts'
import { siteNameFault } from './set-up.ts'
import { refusalWording, type Wording, wording } from './wording.ts'

export type SettingsState = 'loading' | 'failed' | 'ready' | 'saving'

/** Where unsaved settings stay while the operator looks elsewhere. */
export interface DraftShelf {
  read(): string | null
  write(draft: string | null): void
}

type Field = 'siteName' | 'email' | 'phone' | 'address' | 'accent'
type Faults = Partial<Record<Field, Wording>>

const phoneLength = 40

/** The settings of the desk, changed field by field and saved at once. What is not saved stays on the shelf. */
export const SettingsFormModel = createModel((http: Http, shelf: DraftShelf) => {
  const state = signal<SettingsState>('loading')
  const stored = signal<Settings | undefined>(undefined)
  const draft = signal<Settings | undefined>(undefined)
  const origins = new OriginListModel([])
  const isAsked = signal(false)
  const isSaved = signal(false)
  const trouble = signal<Wording | undefined>(undefined)
  const edited = computed(() => draft.value && { ...draft.value, origins: origins.origins.value })
  const isChanged = computed(() => edited.value !== undefined && !isSame(edited.value, stored.value))
  const faults = computed<Faults>(() => (isAsked.value && draft.value ? faultsOf(draft.value) : {}))

  effect(() => {
    if (stored.value) shelf.write(isChanged.value ? JSON.stringify(edited.value) : null)
  })
  effect(() => {
    if (isChanged.value) isSaved.value = false
  })

  function show(settings: Settings): void {
    draft.value = settings
    origins.origins.value = settings.origins
  }

  async function load(): Promise<void> {
    state.value = 'loading'
    const answer = await http.get<Settings>('/api/settings')
    if (!answer.ok) {
      state.value = 'failed'
      trouble.value = refusalWording(answer)
      return
    }
    const kept = readDraft(shelf.read(), answer.value)
    show(kept)
    stored.value = answer.value
    trouble.value = undefined
    state.value = 'ready'
  }

  function change(part: Partial<Settings>): void {
    if (draft.value) draft.value = { ...draft.value, ...part }
  }

  function changeContact(part: Contact): void {
    if (draft.value) change({ contact: { ...draft.value.contact, ...part } })
  }

  function discard(): void {
    if (stored.value) show(stored.value)
    origins.type('')
    isAsked.value = false
    trouble.value = undefined
  }

  async function save(): Promise<void> {
    isAsked.value = true
    const isReady = origins.add() && Object.keys(faults.value).length === 0
    if (!isReady || !edited.value || state.value !== 'ready') return
    state.value = 'saving'
    trouble.value = undefined
    const answer = await http.send<Settings>('PUT', '/api/settings', settingsToSend(edited.value))
    state.value = 'ready'
    if (answer.ok) {
      stored.value = answer.value
      show(answer.value)
      isSaved.value = true
    } else trouble.value = refusalWording(answer)
  }

  return { state, draft, origins, isChanged, isSaved, faults, trouble, load, change, changeContact, discard, save }
})

export type SettingsForm = InstanceType<typeof SettingsFormModel>

/** An empty contact detail is none. */
function settingsToSend(settings: Settings): Settings {
  const filled = Object.entries(settings.contact).flatMap(([field, text]) =>
    text.trim() ? [[field, text.trim()]] : [],
  )
  return { ...settings, siteName: settings.siteName.trim(), contact: Object.fromEntries(filled) }
}

function isSame(one: Settings, other: Settings | undefined): boolean {
  return other !== undefined && canonical(one) === canonical(other)
}

function canonical(settings: Settings): string {
  const { siteName, locale, origins, contact, accent, position } = settingsToSend(settings)
  return JSON.stringify([siteName, locale, origins, contact.email, contact.phone, contact.address, accent, position])
}

/** What stood on the shelf, over what the relay has: a draft of an older shape loses nothing that is new. */
function readDraft(draft: string | null, stored: Settings): Settings {
  return draft === null ? stored : { ...stored, ...(JSON.parse(draft) as Partial<Settings>) }
}

function faultsOf({ siteName, contact, accent }: Settings): Faults {
  const found = {
    siteName: siteNameFault(siteName.trim()),
    email: emailFault(contact.email?.trim() ?? ''),
    phone: lengthFault(contact.phone, phoneLength),
    address: lengthFault(contact.address, limits.titleLength),
    accent: /^#[0-9a-f]{6}$/i.test(accent) ? undefined : wording('settings.accentWrong'),
  }
  return Object.fromEntries(Object.entries(found).filter(([, fault]) => fault !== undefined))
}

function emailFault(email: string): Wording | undefined {
  return email === '' || parse(emailGuard, email).ok ? undefined : wording('account.emailIncomplete')
}

function lengthFault(text: string | undefined, most: number): Wording | undefined {
  return (text?.trim().length ?? 0) > most ? wording('account.tooLong', { most }) : undefined
}
