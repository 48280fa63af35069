import { loadWidgetWords, type WidgetTranslate } from '@deskbell/locales'
import { createLeanTranslate } from '@deskbell/locales/lean'
import type { Locale } from '@deskbell/protocol'
import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'

/** The widget's own words in a language; undefined until they are there. */
export function useWidgetWords(locale: Locale): WidgetTranslate | undefined {
  const words = useSignal<WidgetTranslate | undefined>(undefined)
  useEffect(() => {
    let isCurrent = true
    void loadWidgetWords(locale).then((loaded) => {
      if (isCurrent) words.value = createLeanTranslate(locale, loaded)
    })
    return () => {
      isCurrent = false
    }
  }, [locale, words])
  return words.value
}
