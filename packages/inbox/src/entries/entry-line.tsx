import { directionOf, type InboxTranslate } from '@deskbell/locales'
import type { Locale } from '@deskbell/protocol'
import type { EntryRow } from '../models/entry-list.ts'
import { languageName } from '../pages/language-name.ts'

interface Props {
  t: InboxTranslate
  row: EntryRow
  locales: readonly Locale[]
  /** The language the list is in; a question in another one carries its tag. */
  asked: Locale
  onOpen: (id: string) => void
}

export function EntryLine({ t, row, locales, asked, onOpen }: Props) {
  return (
    <tr>
      <td>
        <button class="entry-open" type="button" data-entry={row.id} onClick={() => onOpen(row.id)}>
          <bdi lang={row.locale} dir={directionOf(row.locale)}>
            {row.question}
          </bdi>
          {row.locale !== asked && (
            <span class="language-tag" title={t('entries.shownIn', { language: languageName(row.locale) })}>
              {row.locale}
            </span>
          )}
        </button>
      </td>
      {locales.map((locale) => (
        <LocaleCell key={locale} t={t} locale={locale} isThere={row.locales.includes(locale)} />
      ))}
      <td class="narrow-only entry-amount">
        {t('entries.ofLanguages', { count: row.locales.length, all: locales.length })}
      </td>
    </tr>
  )
}

function LocaleCell({ t, locale, isThere }: { t: InboxTranslate; locale: Locale; isThere: boolean }) {
  const words = t(isThere ? 'entries.there' : 'entries.missing', { language: languageName(locale) })
  return (
    <td class="entry-locale">
      <span
        class={isThere ? 'entry-cell entry-cell--there' : 'entry-cell'}
        role="img"
        aria-label={words}
        title={words}
      />
    </td>
  )
}
