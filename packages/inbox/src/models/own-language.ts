import type { Http } from '@deskbell/client/http'
import type { Locale, LocaleChange } from '@deskbell/protocol'
import { createModel, signal } from '@preact/signals'
import type { Language } from './language.ts'
import { refusalWording, type Wording, wording } from './wording.ts'

/** What one's own inbox speaks: here at once, and on every other device by the account. */
export const OwnLanguageModel = createModel((http: Http, language: Language) => {
  const trouble = signal<Wording | undefined>(undefined)

  async function choose(locale: Locale): Promise<void> {
    trouble.value = undefined
    if (!(await language.speak(locale))) {
      trouble.value = wording('refusal.unreachable')
      return
    }
    const change: LocaleChange = { locale }
    const answer = await http.send<null>('PUT', '/api/locale', change)
    if (!answer.ok) trouble.value = refusalWording(answer)
  }

  return { trouble, choose }
})
