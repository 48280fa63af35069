import type { InboxTranslate } from '@deskbell/locales'
import type { EntryListing } from '../models/entry-list.ts'

interface Props {
  t: InboxTranslate
  list: EntryListing
  onChoose: () => void
}

/** The categories in the owner's order, with how many entries each has. */
export function EntryCategories({ t, list, onChoose }: Props) {
  const chosen = list.category.value
  const choose = (category: string | undefined) => () => {
    list.category.value = category
    onChoose()
  }
  return (
    <nav class="page-menu page-menu--categories" aria-label={t('entries.categories')}>
      <button type="button" aria-current={chosen === undefined ? 'true' : undefined} onClick={choose(undefined)}>
        {t('entries.all')}
        <span class="count">{list.rows.value.length}</span>
      </button>
      <h2>{t('entries.categories')}</h2>
      {list.categories.value.map(({ category, count }) => (
        <button
          key={category}
          type="button"
          aria-current={chosen === category ? 'true' : undefined}
          onClick={choose(category)}
        >
          <bdi class="capital">{category || t('entries.noCategory')}</bdi>
          <span class="count">{count}</span>
        </button>
      ))}
    </nav>
  )
}
