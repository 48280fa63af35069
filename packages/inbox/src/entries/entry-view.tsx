import { localeChain, translationOf } from '@deskbell/faq'
import { directionOf } from '@deskbell/locales'
import { contentOf, type Entry, type EntryId, type Locale, type Translation } from '@deskbell/protocol'
import { backIcon, Icon, RichText } from '@deskbell/ui'
import { useComputed, useSignal } from '@preact/signals'
import { useEffect, useRef } from 'preact/hooks'
import { Button } from '../components/button.tsx'
import { useModel } from '../components/use-model.ts'
import { useInbox } from '../inbox-context.ts'
import type { EntryListing } from '../models/entry-list.ts'
import { EntryPreviewModel } from '../models/entry-preview.ts'
import { standingOf, workOf } from '../models/entry-standing.ts'
import { languageName } from '../pages/language-name.ts'
import { hashOf } from '../router.ts'
import { DraftLine } from './draft-line.tsx'
import { EntryLanguage } from './entry-language.tsx'
import { useReturnToLine } from './use-return-to-line.ts'

/** One entry as visitors of a language read it. Escape and the arrow lead back to its line in the list. */
export function EntryView({ list, id }: { list: EntryListing; id: EntryId }) {
  const { t, router } = useInbox()
  const view = useRef<HTMLElement>(null)
  useReturnToLine(id)
  useEffect(() => {
    view.current?.focus()
  }, [])
  const isDraftShown = useSignal(false)
  const entry = list.entries.value.find((one) => one.id === id)
  const standing = entry && standingOf(entry)
  const isDraft = standing === 'draft' || (standing === 'newer-draft' && isDraftShown.value)
  const shown = entry && { id, ...(isDraft ? workOf(entry) : contentOf(entry)) }
  const chain = localeChain(list.locale.value, list.defaultLocale.value, list.locales.value)
  const found = shown && translationOf(shown, chain)
  return (
    <section
      class="page-body entry-view"
      ref={view}
      tabIndex={-1}
      aria-label={t('entries.asVisitorsRead')}
      onKeyDown={(event) => {
        if (event.key === 'Escape') router.go({ page: 'entries' })
      }}
    >
      <p class="entry-bar">
        <a class="button button-plain" href={hashOf({ page: 'entries' })}>
          <Icon of={backIcon} small turns />
          {t('entries.back')}
        </a>
        {standing === 'newer-draft' && (
          <Button
            pressed={isDraft}
            onClick={() => {
              isDraftShown.value = !isDraft
            }}
          >
            {t('entry.showDraft')}
          </Button>
        )}
        <EntryLanguage t={t} list={list} />
      </p>
      {isDraft && <DraftLine t={t} standing={standing} />}
      {shown && found && (
        <EntryText key={`${found.locale} ${isDraft}`} entry={shown} {...found} asked={list.locale.value} />
      )}
    </section>
  )
}

interface TextProps {
  entry: Entry
  locale: Locale
  translation: Translation
  asked: Locale
}

function EntryText({ entry, locale, translation, asked }: TextProps) {
  const { t, http } = useInbox()
  const { question, answer, keywords = [] } = translation
  const markdown = useComputed(() => answer)
  const preview = useModel(() => new EntryPreviewModel(http, markdown))
  const trouble = preview.trouble.value
  const names = { language: languageName(asked), other: languageName(locale) }
  return (
    <>
      {locale !== asked && <p class="entry-fallback">{t('entries.fallback', names)}</p>}
      <article lang={locale} dir={directionOf(locale)}>
        {entry.category && <p class="capital quiet">{entry.category}</p>}
        <h1>{question}</h1>
        {trouble ? <p role="alert">{t(trouble.key, trouble.values)}</p> : <RichText tree={preview.tree.value} />}
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
          <code dir="ltr">{entry.id}</code>
        </dd>
      </dl>
    </>
  )
}
