import { chooseLocale, type InboxKey, type InboxTranslate, inboxLocales, loadInboxWords } from '@deskbell/locales'
import { createLeanTranslate } from '@deskbell/locales/lean'
import type { Locale } from '@deskbell/protocol'
import { createModel, signal } from '@preact/signals'
import type { Keep } from './kept.ts'

const kept = 'locale'

export interface Spoken {
  locale: Locale
  t: InboxTranslate
}

/** What the inbox speaks: what was last chosen in this browser, else what the browser asks for. English until `begin`. */
export const LanguageModel = createModel((keep: Keep) => {
  const spoken = signal<Spoken>({ locale: 'en', t: (key) => key })
  let wanted: Locale | undefined

  /** From now on, for this browser. False where the words did not come, and the inbox goes on as it was. */
  async function speak(asked: Locale): Promise<boolean> {
    const locale = chooseLocale([asked, spoken.peek().locale], inboxLocales, 'en')
    wanted = locale
    try {
      const t = createLeanTranslate<InboxKey>(locale, await loadInboxWords(locale))
      if (wanted !== locale) return true
      spoken.value = { locale, t }
    } catch {
      // No network, or another build since: what is spoken goes on.
      return false
    }
    keep.write(kept, locale)
    return true
  }

  /** Throws where no words came at all. */
  async function begin(): Promise<void> {
    const first = chooseLocale([keep.read(kept), ...navigator.languages], inboxLocales, 'en')
    if (!(await speak(first)) && !(await speak('en'))) throw new Error('The words of the inbox did not come')
  }

  return { spoken, speak, begin }
})

export type Language = InstanceType<typeof LanguageModel>
