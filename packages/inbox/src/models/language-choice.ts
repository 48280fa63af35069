import { widgetLocales } from '@deskbell/locales'
import { type Locale, locale as localeGuard, parse } from '@deskbell/protocol'
import { languageInWords } from '../words/names.ts'
import { type Wording, wording } from './wording.ts'

type Read = { locale: Locale } | { fault: Wording }

/** Of these languages those a text may mean: by their own name, by their name in the reader's words, or by their tag. */
export function languagesLike(text: string, locales: readonly Locale[], spoken: Locale): Locale[] {
  const sought = text.trim().toLowerCase()
  return locales.filter((locale) =>
    [locale, languageInWords(locale, locale), languageInWords(locale, spoken)].some((name) =>
      name.toLowerCase().includes(sought),
    ),
  )
}

/** The language that a name (in the reader's words) or a tag means, else why it means none. */
export function readLanguage(text: string, spoken: Locale): Read {
  const called = widgetLocales.find((locale) => isCalled(locale, text, spoken)) ?? languageCalled(text, spoken)
  if (called) return { locale: called }
  const given = text.trim().replaceAll('_', '-')
  const tag = canonical(given)
  if (!tag) return { fault: wording('person.languageNoTag', { text: text.trim() }) }
  return isLanguage(tag, spoken) ? { locale: tag } : { fault: unknownLanguage(given, spoken) }
}

/** Two letters of a country are the usual slip: jp for ja, cz for cs, gr for el. */
function unknownLanguage(text: string, spoken: Locale): Wording {
  const country = /^[a-z]{2}$/i.test(text) ? text.toUpperCase() : undefined
  const isCountry = country && new Intl.DisplayNames([spoken], { type: 'region', fallback: 'none' }).of(country)
  if (!isCountry) return wording('person.languageUnknown', { text })
  const tag = new Intl.Locale(`und-${country}`).maximize().language
  return wording('person.languageIsCountry', { text, tag, language: languageInWords(tag, spoken) })
}

function languageCalled(name: string, spoken: Locale): Locale | undefined {
  const letters = [...'abcdefghijklmnopqrstuvwxyz']
  return letters
    .flatMap((first) => letters.map((second) => first + second))
    .find((locale) => isLanguage(locale, spoken) && isCalled(locale, name, spoken))
}

function isCalled(locale: Locale, name: string, spoken: Locale): boolean {
  const sought = name.trim().toLowerCase()
  return [locale, spoken].some((reader) => languageInWords(locale, reader).toLowerCase() === sought)
}

function isLanguage(tag: Locale, spoken: Locale): boolean {
  const names = new Intl.DisplayNames([spoken], { type: 'language', fallback: 'none' })
  return names.of(new Intl.Locale(tag).language) !== undefined
}

function canonical(tag: string): Locale | undefined {
  if (!parse(localeGuard, tag).ok) return undefined
  try {
    return Intl.getCanonicalLocales(tag)[0]
  } catch {
    // It has the letters of a tag and not its order: no tag.
    return undefined
  }
}
