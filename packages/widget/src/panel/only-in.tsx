import { directionOf } from '@deskbell/locales'
import type { Locale } from '@deskbell/protocol'
import type { WidgetContext } from './context.ts'

/** "Only in German", where an entry is not in the visitor's language. */
export function OnlyIn({ context, locale }: { context: WidgetContext; locale: Locale }) {
  if (languageOf(locale) === languageOf(context.locale)) return null
  const language = new Intl.DisplayNames([context.locale], { type: 'language' }).of(locale) ?? locale
  return <span class="only-in">{context.t('results.only', { language })}</span>
}

/** What the owner says in another language than the visitor's, and in which. */
export function Foreign({ context, said }: { context: WidgetContext; said: { locale: Locale; text: string } }) {
  const { locale, text } = said
  return (
    <small>
      <span lang={locale} dir={directionOf(locale)}>
        {text}
      </span>{' '}
      <OnlyIn context={context} locale={locale} />
    </small>
  )
}

function languageOf(locale: Locale): string {
  return locale.toLowerCase().split('-', 1)[0] ?? locale
}
