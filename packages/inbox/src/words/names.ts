import type { InboxTranslate } from '@deskbell/locales'
import type { Locale, OperatorConversation } from '@deskbell/protocol'

/** How a visitor is called in the lists. */
export function visitorName(t: InboxTranslate, { name }: OperatorConversation): string {
  return name?.trim() || t('lists.noName')
}

/** How a visitor is called inside sentences. */
export function visitorInText(t: InboxTranslate, { name }: OperatorConversation): string {
  return name?.trim() || t('conversation.visitor')
}

/** A sentence that begins with a name, or with what stands for one, in the language that is spoken on this page. */
export function sentence(text: string): string {
  return text.charAt(0).toLocaleUpperCase(document.documentElement.lang || 'en') + text.slice(1)
}

const languages = new Map<string, string>()

/** A language in the operator's words: Polish. */
export function languageInWords(locale: Locale, spoken: string): string {
  const key = `${locale} ${spoken}`
  const words = languages.get(key) ?? askedFor(locale, spoken)
  languages.set(key, words)
  return words
}

function askedFor(locale: Locale, spoken: string): string {
  try {
    return new Intl.DisplayNames([spoken], { type: 'language' }).of(locale) ?? locale
  } catch {
    // Not a language tag; what the visitor's page said is shown as it is.
    return locale
  }
}

export function listed(names: readonly string[], locale: string, type: 'conjunction' | 'disjunction'): string {
  return new Intl.ListFormat(locale, { type }).format(names)
}
