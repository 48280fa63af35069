import { readFileSync } from 'node:fs'
import type { Entry, OwnWords } from '@deskbell/protocol'
import type { SettingsStore } from './store/settings-store.ts'

/** The sample shop in an empty data folder: its settings, and 60 entries and the names of their topics in 16 languages. Makes no accounts. */
export function seedDemo({ settings, entries, words }: SettingsStore): void {
  if (entries.data.length > 0 || settings.data.siteName !== 'Deskbell') return
  settings.update((data) => {
    data.siteName = 'Holm Ceramics'
    data.accent = '#3f5f55'
    data.contact = { email: 'hello@holm.example', phone: '+47 55 01 20 40' }
  })
  entries.data = sampleEntries()
  entries.write()
  words.data = sample('words.json') as OwnWords
  words.write()
}

/** 60 entries of an invented shop, in 16 languages. */
export function sampleEntries(): Entry[] {
  return sample('shop-faq.json') as Entry[]
}

function sample(name: string): unknown {
  return JSON.parse(readFileSync(new URL(`./demo/${name}`, import.meta.url), 'utf8'))
}
