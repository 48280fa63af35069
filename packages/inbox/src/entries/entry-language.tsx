import type { InboxTranslate } from '@deskbell/locales'
import type { EntryListing } from '../models/entry-list.ts'
import { languageName } from '../pages/language-name.ts'

/** The language in which entries are listed and read. */
export function EntryLanguage({ t, list }: { t: InboxTranslate; list: EntryListing }) {
  return (
    <select
      class="form-input form-select"
      aria-label={t('entries.language')}
      value={list.locale.value}
      onChange={(event) => {
        list.chosenLocale.value = event.currentTarget.value
      }}
    >
      {list.locales.value.map((locale) => (
        <option key={locale} value={locale} lang={locale}>
          {languageName(locale)}
        </option>
      ))}
    </select>
  )
}
