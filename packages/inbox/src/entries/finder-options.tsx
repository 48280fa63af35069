import { snippetOf } from '@deskbell/faq'
import { directionOf } from '@deskbell/locales'
import { type Locale, type PublishedEntry, plainText } from '@deskbell/protocol'
import { Marked } from '../components/marked.tsx'
import { useInbox } from '../inbox-context.ts'
import type { EntryFinder } from '../models/entry-finder.ts'
import { languageName } from '../pages/language-name.ts'
import { PageState } from '../pages/page-state.tsx'
import { FinderOption, optionIdOf } from './finder-option.tsx'

/** About one line of an answer. */
const snippetLength = 90

const languageOf = (locale: Locale) => locale.split('-', 1)[0]

interface Props {
  finder: EntryFinder
  listId: string
  /** The language that is searched; an entry in another one says so. */
  locale: Locale
  onChoose: (entry: PublishedEntry, index: number) => void
}

/** The entries found, with their questions and the beginnings of their answers, in the words visitors read. */
export function FinderOptions({ finder, listId, locale, onChoose }: Props) {
  const { t } = useInbox()
  const state = finder.state.value
  const entries = finder.found.value
  if (state === 'failed') {
    return (
      <div class="finder-state">
        <PageState t={t} state="failed" trouble={finder.trouble.value} onTryAgain={finder.load} />
      </div>
    )
  }
  if (state === 'ready' && entries.length === 0) return <Nothing words={finder.words.value.trim()} />
  return (
    <div
      class="finder-options"
      role="listbox"
      id={listId}
      aria-label={t('answers.options')}
      aria-busy={state === 'loading'}
    >
      {state === 'loading' && <p class="finder-state">{t('answers.loading')}</p>}
      {entries.map((entry, index) => (
        <FinderOption
          key={entry.id}
          id={optionIdOf(listId, index)}
          isChosen={finder.chosen.value === index}
          onChoose={() => onChoose(entry, index)}
        >
          <Entry
            entry={entry}
            words={finder.words.value}
            isFallback={languageOf(entry.locale) !== languageOf(locale)}
          />
        </FinderOption>
      ))}
    </div>
  )
}

function Nothing({ words }: { words: string }) {
  const { t } = useInbox()
  return <p class="finder-state">{words === '' ? t('answers.empty') : t('answers.none', { words })}</p>
}

interface EntryProps {
  entry: PublishedEntry
  words: string
  isFallback: boolean
}

function Entry({ entry, words, isFallback }: EntryProps) {
  const { t } = useInbox()
  const own = { lang: entry.locale, dir: directionOf(entry.locale) }
  return (
    <>
      <b {...own}>
        <Marked text={entry.question} words={words} locale={entry.locale} />
      </b>
      <span class="finder-snippet" {...own}>
        {snippetOf(plainText(entry.answer), words, snippetLength, entry.locale)}
      </span>
      {isFallback && (
        <span class="finder-fallback">{t('answers.onlyIn', { language: languageName(entry.locale) })}</span>
      )}
    </>
  )
}
