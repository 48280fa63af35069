import { WordListField } from '../components/word-list-field.tsx'
import { useInbox } from '../inbox-context.ts'
import type { Wording } from '../models/wording.ts'
import type { Own } from '../pages/words-field.tsx'

interface Props {
  keywords: readonly string[]
  fault: Wording | undefined
  onKeywords: (keywords: string[]) => void
  own: Own
}

/** Words that find the entry too. */
export function KeywordField({ keywords, fault, onKeywords, own }: Props) {
  const { t } = useInbox()
  return (
    <WordListField
      t={t}
      label={t('entry.keywords')}
      hint={t('entry.keywordsHint')}
      words={keywords}
      onWords={onKeywords}
      removeLabel={(keyword) => t('entry.keywordRemove', { keyword })}
      fault={fault}
      own={own}
    />
  )
}
