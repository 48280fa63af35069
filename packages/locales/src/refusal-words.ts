import type { WidgetTranslate } from './translate.ts'
import type { WidgetKey } from './words.ts'

/** Words a refusal to a visitor; one that only an operator should meet, and has no words here, reads like `internal`. */
export function refusalWords(t: WidgetTranslate, refusal: string): string {
  const key = `refusal.${refusal}`
  const words = t(key as WidgetKey)
  return words === key ? t('refusal.internal') : words
}
