import type { Http } from '@deskbell/client/http'
import type { EntriesReply, EntryId, Locale, PublishedEntry } from '@deskbell/protocol'
import { computed, createModel, effect, type ReadonlySignal, signal } from '@preact/signals'
import { refusalWording, type Wording } from './wording.ts'

type Published = ReadonlyMap<Locale, readonly PublishedEntry[]>

/** The one entry that is read, as visitors of a language get it. Each language is asked for once, until `forget`. */
export const EntryReadingModel = createModel((http: Http, locale: ReadonlySignal<Locale>) => {
  const openId = signal<EntryId | undefined>(undefined)
  const published = signal<Published>(new Map())
  const trouble = signal<Wording | undefined>(undefined)
  const entry = computed(() => published.value.get(locale.value)?.find(({ id }) => id === openId.value))

  async function fetchLocale(asked: Locale): Promise<void> {
    trouble.value = undefined
    const answer = await http.get<EntriesReply>('/api/entries', { locale: asked })
    if (answer.ok) published.value = new Map(published.value).set(asked, answer.value.entries)
    else trouble.value = refusalWording(answer)
  }

  effect(() => {
    if (openId.value !== undefined && !published.value.has(locale.value)) void fetchLocale(locale.value)
  })

  function open(id: EntryId | undefined): void {
    openId.value = id
  }

  function forget(): void {
    published.value = new Map()
  }

  return { openId, entry, trouble, open, forget, tryAgain: () => fetchLocale(locale.value) }
})

export type EntryReading = InstanceType<typeof EntryReadingModel>
