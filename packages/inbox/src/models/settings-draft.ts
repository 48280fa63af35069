import type { Contact, Settings } from '@deskbell/protocol'
import { computed, createModel, effect, signal } from '@preact/signals'
import { topicsToSend } from './line-faults.ts'
import { OriginListModel } from './origin-list.ts'

/** Where unsaved settings stay while the operator looks elsewhere. */
export interface DraftShelf {
  read(): string | null
  write(draft: string | null): void
}

/** The settings as they stand on screen, beside those the relay has. What differs stays on the shelf. */
export const SettingsDraftModel = createModel((shelf: DraftShelf) => {
  const stored = signal<Settings | undefined>(undefined)
  const draft = signal<Settings | undefined>(undefined)
  const origins = new OriginListModel([])
  const edited = computed(() => draft.value && { ...draft.value, origins: origins.origins.value })
  const isChanged = computed(() => edited.value !== undefined && !isSame(edited.value, stored.value))

  effect(() => {
    if (stored.value) shelf.write(isChanged.value ? JSON.stringify(edited.value) : null)
  })

  /** Begins with what the relay has, and with what was left unsaved over it. */
  function begin(settings: Settings): void {
    show(readDraft(shelf.read(), settings))
    stored.value = settings
  }

  /** What the relay has taken: nothing is left to save. */
  function settle(settings: Settings): void {
    show(settings)
    stored.value = settings
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
  }

  function show(settings: Settings): void {
    draft.value = settings
    origins.origins.value = settings.origins
  }

  return { draft, edited, origins, isChanged, begin, settle, change, changeContact, discard }
})

/** What travels: an empty contact detail is none. */
export function settingsToSend(settings: Settings): Settings {
  const filled = Object.entries(settings.contact).flatMap(([field, text]) =>
    text.trim() ? [[field, text.trim()]] : [],
  )
  const contact = Object.fromEntries(filled)
  return { ...settings, siteName: settings.siteName.trim(), contact, topics: topicsToSend(settings.topics) }
}

function isSame(one: Settings, other: Settings | undefined): boolean {
  return other !== undefined && canonical(one) === canonical(other)
}

function canonical(settings: Settings): string {
  const { siteName, locale, origins, contact, ...rest } = settingsToSend(settings)
  const { routing, openWithinSeconds, line, topics, labels } = rest
  const { email, phone, address } = contact
  const site = [siteName, locale, origins, email, phone, address, ...lookOf(rest)]
  const way = [routing, openWithinSeconds, line.maximumLength, line.maximumWaitMinutes]
  return JSON.stringify([site, way, topics.map(({ id, name, skill }) => [id, name, skill]), labels])
}

function lookOf(settings: Omit<Settings, 'siteName' | 'locale' | 'origins' | 'contact'>): unknown[] {
  const { accent, position, launcher, radius, distance, hasAvatars, theme } = settings
  return [accent, position, launcher, radius, distance.side, distance.bottom, hasAvatars, theme]
}

/** A draft of an older shape loses nothing that is new. */
function readDraft(draft: string | null, stored: Settings): Settings {
  return draft === null ? stored : { ...stored, ...(JSON.parse(draft) as Partial<Settings>) }
}
