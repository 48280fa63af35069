import { useInbox } from '../inbox-context.ts'
import { namedRanks, rankInWords } from '../models/rank.ts'
import { ChoiceField } from './choice-field.tsx'

/** Whom the desk prefers of two who have as much room: in words, or by the number that somebody set elsewhere. */
export function RankField({ rank, onRank }: { rank: number; onRank: (rank: number) => void }) {
  const { t } = useInbox()
  const ranks = [...new Set([...namedRanks, rank])]
  const options = ranks.map((value) => {
    const { key, values } = rankInWords(value)
    return { value, name: t(key, values) }
  })
  return (
    <ChoiceField
      label={t('person.rank')}
      hint={t(rank < 0 ? 'person.rankNewcomerHint' : 'person.rankHint')}
      options={options}
      value={rank}
      onValue={onRank}
    />
  )
}
