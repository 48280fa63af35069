import { directionOf, type InboxTranslate } from '@deskbell/locales'
import type { Locale } from '@deskbell/protocol'
import { useInbox } from '../inbox-context.ts'
import type { EntryListing, EntryRow } from '../models/entry-list.ts'
import { languageName } from '../pages/language-name.ts'
import { hashOf } from '../router.ts'
import { regional } from '../words/dates.ts'

type State = 'there' | 'outdated' | 'missing'
type CellWords = ReadonlyMap<Locale, Readonly<Record<State, string>>>

/** What a cell says, by language; made once for many lines. */
export function cellWords(t: InboxTranslate, locales: readonly Locale[]): CellWords {
  const wordsOf = (locale: Locale) => {
    const language = languageName(locale)
    const say = (state: State) => t(`entries.${state}`, { language })
    return { there: say('there'), outdated: say('outdated'), missing: say('missing') }
  }
  return new Map(locales.map((locale) => [locale, wordsOf(locale)]))
}

interface Props {
  t: InboxTranslate
  row: EntryRow
  locales: readonly Locale[]
  said: CellWords
  list: EntryListing
}

/** A question in another language than that of the list carries its tag. */
export function EntryLine({ t, row, locales, said, list }: Props) {
  const { desk, locale: own } = useInbox()
  const isUnsaved = Object.hasOwn(desk.entryDrafts.drafts.value, row.id)
  return (
    <tr>
      <td>
        <a class="entry-open" href={hashOf({ page: 'entries', entryId: row.id })} data-entry={row.id}>
          <bdi lang={row.locale} dir={directionOf(row.locale)}>
            {row.question}
          </bdi>
          {row.locale !== list.locale.value && (
            <span class="language-tag" title={t('entries.shownIn', { language: languageName(row.locale) })}>
              {row.locale}
            </span>
          )}
          {row.standing !== 'published' && (
            <span class="entry-draft">{t(row.standing === 'draft' ? 'entries.draft' : 'entries.newerDraft')}</span>
          )}
          {isUnsaved && <span class="entry-unsaved">{t('entries.unsaved')}</span>}
        </a>
      </td>
      {locales.map((locale) => (
        <LocaleCell key={locale} row={row} locale={locale} words={said.get(locale)} />
      ))}
      <td class="narrow-only entry-amount">
        {t('entries.ofLanguages', { count: row.locales.length, all: locales.length })}
      </td>
      {list.hasReads.value && <td class="entry-amount">{row.reads.toLocaleString(regional(own))}</td>}
    </tr>
  )
}

/** Whether the words are there, and for owners the way to write them; by keyboard that leads over the question. */
function LocaleCell({ row, locale, words }: { row: EntryRow; locale: Locale; words: ReturnType<CellWords['get']> }) {
  const { desk } = useInbox()
  const state: State = !row.locales.includes(locale) ? 'missing' : row.outdated.includes(locale) ? 'outdated' : 'there'
  const said = { class: `entry-cell entry-cell--${state}`, 'aria-label': words?.[state], title: words?.[state] }
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
