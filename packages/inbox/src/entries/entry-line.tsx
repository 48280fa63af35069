import { directionOf, type InboxTranslate } from '@deskbell/locales'
import type { Locale } from '@deskbell/protocol'
import { useInbox } from '../inbox-context.ts'
import type { EntryRow } from '../models/entry-list.ts'
import { languageName } from '../pages/language-name.ts'
import { hashOf } from '../router.ts'

interface Props {
  t: InboxTranslate
  row: EntryRow
  locales: readonly Locale[]
  /** The language the list is in; a question in another one carries its tag. */
  asked: Locale
}

export function EntryLine({ t, row, locales, asked }: Props) {
  const { desk } = useInbox()
  const isUnsaved = Object.hasOwn(desk.entryDrafts.drafts.value, row.id)
  return (
    <tr>
      <td>
        <a class="entry-open" href={hashOf({ page: 'entries', entryId: row.id })} data-entry={row.id}>
          <bdi lang={row.locale} dir={directionOf(row.locale)}>
            {row.question}
          </bdi>
          {row.locale !== asked && (
            <span class="language-tag" title={t('entries.shownIn', { language: languageName(row.locale) })}>
              {row.locale}
            </span>
          )}
          {isUnsaved && <span class="entry-unsaved">{t('entries.unsaved')}</span>}
        </a>
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
