import type { Locale } from '@deskbell/protocol'
import type { SettingsStore } from '../store/settings-store.ts'

export interface SiteLocales {
  /** Those that any entry is published in. */
  written(): readonly Locale[]
  /** The main one first, then those the owner names, or else those that are written. */
  spoken(): readonly Locale[]
  /** Settings or entries may be others. True: it was told. */
  changed(): boolean
}

type Sources = Pick<SettingsStore, 'entries' | 'settings'>

/** `told`: the site speaks other languages than before. */
export function createSiteLocales(
  { entries, settings }: Sources,
  told: (spoken: readonly Locale[]) => void,
): SiteLocales {
  let known: readonly Locale[] | undefined
  let before = spoken()

  function written(): readonly Locale[] {
    known ??= [...new Set(entries.data.flatMap((entry) => Object.keys(entry.translations)))]
    return known
  }

  function spoken(): readonly Locale[] {
    const { locale, locales } = settings.data
    return [...new Set([locale, ...(locales.length > 0 ? locales : written())])]
  }

  return {
    written,
    spoken,
    changed() {
      known = undefined
      const now = spoken()
      const isOther = now.join() !== before.join()
      before = now
      if (isOther) told(now)
      return isOther
    },
  }
}
