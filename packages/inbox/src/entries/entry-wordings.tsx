import type { EntryId, Locale } from '@deskbell/protocol'
import { useInbox } from '../inbox-context.ts'
import type { LearnedWordings } from '../models/learned-wordings.ts'
import { HowLearned } from './how-learned.tsx'
import { WordingList } from './wording-list.tsx'

interface Props {
  wordings: LearnedWordings
  id: EntryId
  locale: Locale
}

/** What visitors of a language call this entry, beside its keywords. */
export function EntryWordings({ wordings, id, locale }: Props) {
  const { t } = useInbox()
  const here = wordings.wordings.value.filter((one) => one.entryId === id && one.locale === locale)
  return (
    <section class="entry-wordings" aria-labelledby="entry-wordings-head">
      <h2 id="entry-wordings-head">{t('wordings.head')}</h2>
      {here.length > 0 ? (
        <WordingList model={wordings} of={here} labelledBy="entry-wordings-head" />
      ) : (
        <p class="quiet">{t('wordings.noneHere')}</p>
      )}
      <HowLearned />
    </section>
  )
}
