import type { InboxTranslate } from '@deskbell/locales'
import type { Locale } from '@deskbell/protocol'
import type { EntryListing, EntryRow } from '../models/entry-list.ts'
import { languageName } from '../pages/language-name.ts'
import { EntryStretch } from './entry-stretch.tsx'
import { stretchesOf } from './stretch.tsx'

interface Props {
  t: InboxTranslate
  list: EntryListing
}

/** The entries by category, or in the order that is asked for; beside each the languages it is in and how often it was read. */
export function EntryTable({ t, list }: Props) {
  const locales = list.locales.value
  const rows = list.shown.value
  if (rows.length === 0) return <NothingFound t={t} list={list} />
  const isRanked = list.words.value.trim() !== '' || list.isMostReadFirst.value
  const groups = isRanked ? [{ category: undefined, rows }] : groupByCategory(rows)
  return (
    <>
      <table class="entry-table">
        <caption class="visually-hidden">{t('entries.tableCaption')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('entries.question')}</th>
            {locales.map((locale) => (
              <LocaleHead key={locale} locale={locale} isChosen={locale === list.locale.value} />
            ))}
            <th scope="col" class="narrow-only">
              {t('entries.languages')}
            </th>
            {list.hasReads.value && (
              <th scope="col" class="entry-amount">
                <abbr title={t('entries.readsOf')}>{t('entries.reads')}</abbr>
              </th>
            )}
          </tr>
        </thead>
        {stretchesOf(groups).map(({ key, category, rows: some, isAtOnce }) => (
          <EntryStretch
            key={key}
            t={t}
            list={list}
            rows={some}
            category={list.category.value === undefined ? category : undefined}
            isAtOnce={isAtOnce}
          />
        ))}
      </table>
      <Legend t={t} />
    </>
  )
}

function LocaleHead({ locale, isChosen }: { locale: Locale; isChosen: boolean }) {
  return (
    <th scope="col" class={isChosen ? 'entry-locale is-chosen' : 'entry-locale'}>
      <abbr title={languageName(locale)}>{locale}</abbr>
    </th>
  )
}

function Legend({ t }: { t: InboxTranslate }) {
  return (
    <p class="entry-legend" aria-hidden="true">
      <span class="entry-cell entry-cell--there" /> {t('entries.legendThere')}
      <span class="entry-cell entry-cell--outdated" /> {t('entries.legendOutdated')}
      <span class="entry-cell" /> {t('entries.legendMissing')}
    </p>
  )
}

function NothingFound({ t, list }: { t: InboxTranslate; list: EntryListing }) {
  return (
    <div class="page-empty" role="status">
      <p>{t('entries.foundNone')}</p>
      <button
        class="button"
        type="button"
        onClick={() => {
          list.words.value = ''
          list.category.value = undefined
          list.isToDo.value = false
          list.isDrafts.value = false
        }}
      >
        {t('entries.clear')}
      </button>
    </div>
  )
}

function groupByCategory(rows: readonly EntryRow[]): { category: string; rows: EntryRow[] }[] {
  const groups = new Map<string, EntryRow[]>()
  for (const row of rows) {
    const inside = groups.get(row.category)
    if (inside) inside.push(row)
    else groups.set(row.category, [row])
  }
  return [...groups].map(([category, inside]) => ({ category, rows: inside }))
}
