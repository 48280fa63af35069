import type { WidgetTranslate } from '@deskbell/locales'
import { limits } from '@deskbell/protocol'

/**
 * Which part of an address is missing, in words; undefined where it can be one. The relay's own check is the same:
 * something, an "@", something with a dot inside, no white space.
 */
export function emailProblem(t: WidgetTranslate, given: string): string | undefined {
  const email = given.trim()
  if (email === '') return t('field.emailEmpty')
  const at = email.lastIndexOf('@')
  if (at < 0) return t('field.emailAt')
  if (at === 0) return t('field.emailBefore')
  const domain = email.slice(at)
  if (!/^@[^\s@]+\.[^\s@]+$/.test(domain)) return t('field.emailAfter', { part: domain.replace(/\.+$/, '') })
  const isWhole = email.length <= limits.emailLength && /^[^\s@]+$/.test(email.slice(0, at))
  return isWhole ? undefined : t('refusal.email-invalid')
}
