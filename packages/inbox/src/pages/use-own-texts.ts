import type { Http } from '@deskbell/client/http'
import { languageOf } from '@deskbell/faq'
import type { Locale, LocalWords, OwnWords, OwnWordsReply } from '@deskbell/protocol'
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'

/** What the owner says in words of their own in a language, as it is stored; nothing until that has come. */
export function useOwnTexts(http: Http): (locale: Locale) => LocalWords {
  const words = useSignal<OwnWords>({})
  useEffect(() => {
    void http.get<OwnWordsReply>('/api/words').then((answer) => {
      if (answer.ok) words.value = answer.value.words
    })
  }, [http, words])
  const { value } = words
  return (locale) => ({ ...value[languageOf(locale)], ...value[locale] })
}
