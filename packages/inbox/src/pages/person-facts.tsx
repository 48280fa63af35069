import type { TeamMember } from '@deskbell/protocol'
import { useInbox } from '../inbox-context.ts'
import { rankInWords } from '../models/rank.ts'
import { languageInWords, listed } from '../words/names.ts'

/** The same as the form tells, for who may not change it. */
export function PersonFacts({ member }: { member: TeamMember }) {
  const { t, locale } = useInbox()
  const { languages, skills, capacity, rank } = member
  const said = (words: readonly string[]) =>
    words.length > 0 ? listed(words, locale, 'conjunction') : t('person.notSaid')
  const named = rankInWords(rank)
  return (
    <dl class="person-facts">
      <dt>{t('person.languages')}</dt>
      <dd>{said(languages.map((language) => languageInWords(language, locale)))}</dd>
      <dt>{t('person.skills')}</dt>
      <dd>{said(skills)}</dd>
      <dt>{t('person.capacity')}</dt>
      <dd>{capacity}</dd>
      <dt>{t('person.rank')}</dt>
      <dd>{t(named.key, named.values)}</dd>
    </dl>
  )
}
