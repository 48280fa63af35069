import { directionOf, sentences } from '@deskbell/locales'
import { type PublishedEntry, plainText } from '@deskbell/protocol'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { EntryList } from './entry-list.tsx'
import { Loading } from './loading.tsx'
import { OnlyIn } from './only-in.tsx'
import type { PanelParts } from './parts.ts'
import { askOffer } from './person-foot.tsx'
import { Trouble } from './trouble.tsx'

export const resultsId = 'results'
export const optionId = (index: number): string => `result-${index}`

/** About two lines of a result. */
const snippetLength = 130

/** What was found for the query, as they type. It is said beside it: see `ResultsSaid`. */
export function Results(parts: PanelParts) {
  const { context, finding } = parts
  const { t } = context
  if (finding.isUnreachable.value)
    return <Trouble context={context} text={t('panel.failed')} onRetry={finding.tryAgain} />
  if (finding.sought.value === '') return <Loading context={context} />
  if (finding.isNothing.value)
    return <EntryList context={context} title={t('results.near')} entries={finding.near.value} onOpen={finding.open} />
  const results = finding.results.value
  if (results.length === 0) return null
  return (
    <div class="results" role="listbox" id={resultsId} aria-label={t('results.count', { count: results.length })}>
      {results.map((entry, index) => (
        <Result key={entry.id} {...parts} entry={entry} index={index} />
      ))}
    </div>
  )
}

function Result({ context, finding, entry, index }: PanelParts & { entry: PublishedEntry; index: number }) {
  const row = useRef<HTMLDivElement>(null)
  const isChosen = finding.chosen.value === index
  const query = finding.sought.value
  const answer = plainText(entry.answer)
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
        <Marked context={context} text={entry.question} query={query} locale={entry.locale} />
      </b>
      <span class="snippet" {...own}>
        <Marked
          context={context}
          text={context.answers.searching.value?.snippet(answer, query, snippetLength, entry.locale) ?? answer}
          query={query}
          locale={entry.locale}
        />
      </span>
      <OnlyIn context={context} locale={entry.locale} />
    </div>
  )
}

interface MarkedProps {
  context: PanelParts['context']
  text: string
  query: string
  locale: string
}

function Marked({ context, text, query, locale }: MarkedProps) {
  const pieces = context.answers.searching.value?.mark(text, query, locale) ?? [{ text, isMatch: false }]
  return <>{pieces.map((piece) => (piece.isMatch ? <mark>{piece.text}</mark> : piece.text))}</>
}

/** How much was found, or that nothing was and who can help. Always there, so that a screen reader hears it change. */
export function ResultsSaid({ context, finding, isShown }: PanelParts & { isShown: boolean }) {
  const { t } = context
  const count = finding.results.value.length
  return (
    <div class="results-said" role="status">
      {isShown && count > 0 && <p class="results-count">{t('results.count', { count })}</p>}
      {isShown && finding.isNothing.value && (
        <div class="nothing">
          <h3>{t('results.none', { query: finding.sought.value })}</h3>
          <p>{sentences(finding.isNoted.value && t('results.noted'), askOffer(context))}</p>
        </div>
      )}
    </div>
  )
}
