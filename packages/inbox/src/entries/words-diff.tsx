import { directionOf } from '@deskbell/locales'
import type { Locale, Translation } from '@deskbell/protocol'
import { type ChangeObject, diffWordsWithSpace } from 'diff'
import { useInbox } from '../inbox-context.ts'
import './words-diff.css'

interface Props {
  locale: Locale
  /** Undefined where there were no words, or are none any more. */
  before: Translation | undefined
  after: Translation | undefined
}

/** What differs between two versions of an entry's words in one language, field by field. */
export function WordsDiff({ locale, before, after }: Props) {
  const { t } = useInbox()
  const fields = [
    { label: t('entry.question'), from: before?.question, to: after?.question },
    { label: t('entry.answer'), from: before?.answer, to: after?.answer },
    { label: t('entry.keywords'), from: before?.keywords?.join(', '), to: after?.keywords?.join(', ') },
  ]
  return (
    <dl class="words-diff">
      {fields
        .filter(({ from = '', to = '' }) => from !== to)
        .map(({ label, from = '', to = '' }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd lang={locale} dir={directionOf(locale)}>
              {partsOf(from, to, locale).map(({ value, added, removed }, index) => {
                const Part = added ? 'ins' : removed ? 'del' : 'span'
                return <Part key={index}>{value}</Part>
              })}
            </dd>
          </div>
        ))}
    </dl>
  )
}

type Part = Pick<ChangeObject<string>, 'value'> & Partial<Pick<ChangeObject<string>, 'added' | 'removed'>>

/** Word by word; texts that have little in common, one after the other. */
function partsOf(from: string, to: string, locale: Locale): Part[] {
  // Firefox before 125 knows words by their spaces only.
  const intlSegmenter = 'Segmenter' in Intl ? new Intl.Segmenter(locale, { granularity: 'word' }) : undefined
  const found = diffWordsWithSpace(from, to, { ...(intlSegmenter && { intlSegmenter }), timeout: 100 })
  return (
    found ?? [
      { value: from, removed: true },
      { value: to, added: true },
    ]
  )
}
