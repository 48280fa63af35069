import { markMatches, snippetOf } from '@deskbell/faq'
import { directionOf } from '@deskbell/locales'
import { type PublishedEntry, plainText } from '@deskbell/protocol'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { EntryList } from './entry-list.tsx'
import { OnlyIn } from './only-in.tsx'
import type { PanelParts } from './parts.ts'
import { askOffer } from './person-foot.tsx'

export const resultsId = 'results'
export const optionId = (index: number): string => `result-${index}`

/** About two lines of a result. */
const snippetLength = 130

/** What was found for the query, as they type. */
export function Results(parts: PanelParts) {
  const { context, finding } = parts
  const { t } = context
  if (finding.isNothing.value) return <Nothing {...parts} />
  const results = finding.results.value
  if (results.length === 0) return null
  const count = t('results.count', { count: results.length })
  return (
    <>
      <p class="results-count" role="status">
        {count}
      </p>
      <div class="results" role="listbox" id={resultsId} aria-label={count}>
        {results.map((entry, index) => (
          <Result key={entry.id} {...parts} entry={entry} index={index} />
        ))}
      </div>
    </>
  )
}

function Result({ context, finding, entry, index }: PanelParts & { entry: PublishedEntry; index: number }) {
  const row = useRef<HTMLDivElement>(null)
  const isChosen = finding.chosen.value === index
  const query = finding.query.value
  useLayoutEffect(() => {
    if (isChosen) row.current?.scrollIntoView({ block: 'nearest' })
  }, [isChosen])
  const own = { lang: entry.locale, dir: directionOf(entry.locale) }
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are the search field's, which keeps the focus
    <div
      ref={row}
      class="result"
      role="option"
      id={optionId(index)}
      aria-selected={isChosen}
      tabIndex={-1}
      onClick={() => finding.open(entry)}
    >
      <b {...own}>
        <Marked text={entry.question} query={query} locale={entry.locale} />
      </b>
      <span class="snippet" {...own}>
        <Marked
          text={snippetOf(plainText(entry.answer), query, snippetLength, entry.locale)}
          query={query}
          locale={entry.locale}
        />
      </span>
      <OnlyIn context={context} locale={entry.locale} />
    </div>
  )
}

function Marked({ text, query, locale }: { text: string; query: string; locale: string }) {
  const pieces = markMatches(text, query, locale)
  return <>{pieces.map((piece) => (piece.isMatch ? <mark>{piece.text}</mark> : piece.text))}</>
}

function Nothing(parts: PanelParts) {
  const { context, finding } = parts
  const { t } = context
  const near = finding.near.value
  return (
    <>
      <div class="nothing" role="status">
        <h3>{t('results.none', { query: finding.query.value.trim() })}</h3>
        <p>
          {finding.isNoted.value && `${t('results.noted')} `}
          {askOffer(context)}
        </p>
      </div>
      <EntryList title={t('results.near')} entries={near} onOpen={finding.open} />
    </>
  )
}
