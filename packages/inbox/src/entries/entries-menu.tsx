import { useInbox } from '../inbox-context.ts'
import type { Faq } from '../models/faq.ts'
import { PageMenu } from '../pages/page-menu.tsx'
import { hashOf } from '../router.ts'

/** The pages under Entries, each with how much is on it, and the categories in the owner's order. */
export function EntriesMenu({ faq }: { faq: Faq }) {
  const { t, router, desk } = useInbox()
  const { list, wordings, searches } = faq
  const place = router.place.value
  const isList = place.page === 'entries' && place.entryId === undefined
  const chosen = list.category.value
  const choose = (category: string | undefined) => () => {
    list.category.value = category
    router.go({ page: 'entries' })
  }
  const link = (page: 'learned' | 'searches' | 'changes', count: number) => (
    <a href={hashOf({ page })} aria-current={place.page === page ? 'page' : undefined}>
      {t(`entries.${page}`)}
      <span class="count">{count > 0 && count}</span>
    </a>
  )
  return (
    <PageMenu label={t('entries.title')} at={place}>
      <a
        href={hashOf({ page: 'entries' })}
        aria-current={isList && chosen === undefined ? 'page' : undefined}
        onClick={choose(undefined)}
      >
        {t('entries.all')}
        <span class="count">{list.rows.value.length}</span>
      </a>
      {link('learned', wordings.wordings.value.length)}
      {link('searches', searches.groups.value.length)}
      {desk.team.self.value.isOwner && link('changes', 0)}
      <div class="entries-categories">
        <h2>{t('entries.categories')}</h2>
        {list.categories.value.map(({ category, count }) => (
          <button
            key={category}
            type="button"
            aria-current={isList && chosen === category ? 'true' : undefined}
            onClick={choose(category)}
          >
            <bdi class="capital">{category || t('entries.noCategory')}</bdi>
            <span class="count">{count}</span>
          </button>
        ))}
      </div>
    </PageMenu>
  )
}
