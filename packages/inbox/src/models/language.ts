import { chooseLocale, createTranslate, type InboxTranslate, inboxLocales, loadInboxWords } from '@deskbell/locales'
import type { Locale } from '@deskbell/protocol'
import { createModel, type Signal, signal } from '@preact/signals'
import type { Keep } from './kept.ts'

const kept = 'locale'

export interface Spoken {
  locale: Locale
  t: InboxTranslate
}

/** What the inbox speaks: what was last chosen in this browser, else what the browser asks for. English until `begin`. */
export const LanguageModel = createModel((keep: Keep) => {
  const english = signal<InboxTranslate | undefined>(undefined)
  const spoken = signal<Spoken>({ locale: 'en', t: (key) => key })
  let wanted: Locale | undefined

  /** From now on, for this browser. False where the words did not come, and the inbox goes on as it was. */
  async function speak(asked: Locale): Promise<boolean> {
    const locale = chooseLocale([asked, spoken.peek().locale], inboxLocales, 'en')
    wanted = locale
    try {
      const t = createTranslate('inbox', locale, await loadInboxWords(locale))
      if (wanted === locale) spoken.value = { locale, t: withEnglish(t, english) }
    } catch {
      // No network, or another build since: what is spoken goes on.
      return false
    }
    keep.write(kept, locale)
    return true
  }

  const begin = () => speak(chooseLocale([keep.read(kept), ...navigator.languages], inboxLocales, 'en'))

  return { spoken, speak, begin }
})

export type Language = InstanceType<typeof LanguageModel>

/** Fetches English once a text is asked for that the locale lacks. */
function withEnglish(own: InboxTranslate, english: Signal<InboxTranslate | undefined>): InboxTranslate {
  return (key, values) => {
    const text = own(key, values)
    if (text !== key) return text
    if (!english.value)
      void loadInboxWords('en').then((words) => {
        english.value ??= createTranslate('inbox', 'en', words)
      })
    return english.value?.(key, values) ?? key
  }
}
