import { directionOf, type InboxTranslate } from '@deskbell/locales'
import type { PublishedEntry } from '@deskbell/protocol'
import { backIcon, Icon, RichText } from '@deskbell/ui'
import { useEffect, useRef } from 'preact/hooks'
import type { EntryListing } from '../models/entry-list.ts'
import type { EntryReading } from '../models/entry-reading.ts'
import { languageName } from '../pages/language-name.ts'
import { PageState } from '../pages/page-state.tsx'
import { EntryLanguage } from './entry-language.tsx'

interface Props {
  t: InboxTranslate
  list: EntryListing
  reading: EntryReading
}

/** One entry as visitors of a language read it. Escape and the arrow lead back to its line in the list. */
export function EntryView({ t, list, reading }: Props) {
  const view = useRef<HTMLElement>(null)
  const id = reading.openId.value
  const entry = reading.entry.value
  useEffect(() => {
    view.current?.focus()
    return () => requestAnimationFrame(() => focusLine(id))
  }, [id])
  return (
    <section
      class="page-body entry-view"
      ref={view}
      tabIndex={-1}
      aria-label={t('entries.asVisitorsRead')}
      onKeyDown={(event) => {
        if (event.key === 'Escape') reading.open(undefined)
      }}
    >
      <p class="entry-bar">
        <button class="button button-plain" type="button" onClick={() => reading.open(undefined)}>
          <Icon of={backIcon} small turns />
          {t('entries.back')}
        </button>
        <EntryLanguage t={t} list={list} />
      </p>
      {entry ? (
        <EntryText t={t} entry={entry} asked={list.locale.value} />
      ) : (
        <PageState
          t={t}
          state={reading.trouble.value ? 'failed' : 'loading'}
          trouble={reading.trouble.value}
          onTryAgain={reading.tryAgain}
        />
      )}
    </section>
  )
}

function focusLine(id: string | undefined) {
  if (id !== undefined) document.querySelector<HTMLElement>(`[data-entry="${CSS.escape(id)}"]`)?.focus()
}

function EntryText({ t, entry, asked }: { t: InboxTranslate; entry: PublishedEntry; asked: string }) {
  const { locale, category, question, answer, keywords, id } = entry
  const names = { language: languageName(asked), other: languageName(locale) }
  return (
    <>
      {locale !== asked && <p class="entry-fallback">{t('entries.fallback', names)}</p>}
      <article lang={locale} dir={directionOf(locale)}>
        {category && <p class="capital quiet">{category}</p>}
        <h1>{question}</h1>
        <RichText tree={answer} />
      </article>
      <dl class="entry-facts">
        {keywords.length > 0 && (
          <>
            <dt>{t('entries.keywords')}</dt>
            <dd lang={locale} dir="auto">
              {keywords.join(', ')}
            </dd>
          </>
        )}
        <dt>{t('entries.id')}</dt>
        <dd>
          <code dir="ltr">{id}</code>
        </dd>
      </dl>
    </>
  )
}
