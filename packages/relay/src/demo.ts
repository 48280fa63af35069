import { readFileSync } from 'node:fs'
import type { Entry } from '@deskbell/protocol'
import type { SettingsStore } from './store/settings-store.ts'

/** The sample shop in an empty data folder: its settings and 60 entries in 16 languages. Makes no accounts. */
export function seedDemo({ settings, entries }: SettingsStore): void {
  if (entries.data.length > 0 || settings.data.siteName !== 'Deskbell') return
  settings.update((data) => {
    data.siteName = 'Holm Ceramics'
    data.accent = '#3f5f55'
    data.contact = { email: 'hello@holm.example', phone: '+47 55 01 20 40' }
  })
  entries.data = JSON.parse(readFileSync(new URL('./demo/shop-faq.json', import.meta.url), 'utf8')) as Entry[]
  entries.write()
}
