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
        <LocaleCell key={locale} row={row} locale={locale} />
      ))}
      <td class="narrow-only entry-amount">
        {t('entries.ofLanguages', { count: row.locales.length, all: locales.length })}
      </td>
    </tr>
  )
}

/** Whether the words are there, and for owners the way to write them; by keyboard that leads over the question. */
function LocaleCell({ row, locale }: { row: EntryRow; locale: Locale }) {
  const { t, desk } = useInbox()
  const state = !row.locales.includes(locale) ? 'missing' : row.outdated.includes(locale) ? 'outdated' : 'there'
  const words = t(`entries.${state}`, { language: languageName(locale) })
  const said = { class: `entry-cell entry-cell--${state}`, 'aria-label': words, title: words }
  return (
    <td class="entry-locale">
      {desk.team.self.value.isOwner ? (
        <a {...said} href={hashOf({ page: 'entries', entryId: row.id, locale })} tabIndex={-1} />
      ) : (
        <span {...said} role="img" />
      )}
    </td>
  )
}
