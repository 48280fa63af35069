import type { InboxTranslate } from '@deskbell/locales'
import { Icon, searchIcon } from '@deskbell/ui'
import { Button } from '../components/button.tsx'
import type { EntryListing } from '../models/entry-list.ts'
import { sentence } from '../words/names.ts'
import { EntryLanguage } from './entry-language.tsx'

interface Props {
  t: InboxTranslate
  list: EntryListing
}

/** The words to look for, the language to look in, and, where the menu has no room, the category. */
export function EntryFilter({ t, list }: Props) {
  const { words, shown, category, categories } = list
  const isFiltered = words.value.trim() !== ''
  return (
    <search class="entry-filter">
      <span class="entry-search">
        <Icon of={searchIcon} small />
        <input
          class="form-input"
          type="search"
          aria-label={t('entries.filter')}
          placeholder={t('entries.filter')}
          value={words.value}
          onInput={(event) => {
            words.value = event.currentTarget.value
          }}
        />
      </span>
      <select
        class="form-input form-select entry-category"
        aria-label={t('entries.category')}
        value={category.value ?? '*'}
        onChange={({ currentTarget: { value } }) => {
          category.value = value === '*' ? undefined : value
        }}
      >
        <option value="*">{t('entries.allCategories')}</option>
        {categories.value.map(({ category: name }) => (
          <option key={name} value={name}>
            {name ? sentence(name) : t('entries.noCategory')}
          </option>
        ))}
      </select>
      <EntryLanguage t={t} list={list} />
      {(list.toDo.value > 0 || list.isToDo.value) && (
        <Button
          pressed={list.isToDo.value}
          onClick={() => {
            list.isToDo.value = !list.isToDo.value
          }}
        >
          {t('entries.toDo', { count: list.toDo.value })}
        </Button>
      )}
      {list.hasReads.value && (
        <Button
          pressed={list.isMostReadFirst.value}
          onClick={() => {
            list.isMostReadFirst.value = !list.isMostReadFirst.value
          }}
        >
          {t('entries.mostRead')}
        </Button>
      )}
      {(list.drafts.value > 0 || list.isDrafts.value) && (
        <Button
          pressed={list.isDrafts.value}
          onClick={() => {
            list.isDrafts.value = !list.isDrafts.value
          }}
        >
          {t('entries.drafts', { count: list.drafts.value })}
        </Button>
      )}
      <p class="entry-found" role="status">
        {isFiltered && (shown.value.length > 0 ? t('entries.found', { count: shown.value.length }) : '')}
      </p>
    </search>
  )
}
