import { localeChain, translationOf } from '@deskbell/faq'
import { directionOf } from '@deskbell/locales'
import type { Locale, Translation } from '@deskbell/protocol'
import { useLayoutEffect, useRef } from 'preact/hooks'
import { useInbox } from '../inbox-context.ts'
import type { EntryEditor } from '../models/entry-editor.ts'
import type { EntryField } from '../models/entry-faults.ts'
import { entryToSend, isBlank } from '../models/entry-form.ts'
import type { EntryListing } from '../models/entry-list.ts'
import type { Wording } from '../models/wording.ts'
import { languageName } from '../pages/language-name.ts'
import { WordsField } from '../pages/words-field.tsx'
import { entryPanelId, tabOf } from './entry-tabs.tsx'
import { KeywordField } from './keyword-field.tsx'

interface Props {
  list: EntryListing
  model: EntryEditor
}

/** The words of one language. */
export function EntryFields({ list, model }: Props) {
  const { t } = useInbox()
  const locale = model.locale.value
  const { question, answer, keywords = [] } = model.words.value
  const own = { lang: locale, dir: directionOf(locale) }
  const panel = useRef<HTMLDivElement>(null)
  const wasNew = useRef(model.isNew.peek())
  useLayoutEffect(() => {
    // A new entry begins with its question, or, where visitors have asked it, with the answer.
    if (wasNew.current) panel.current?.querySelector<HTMLElement>(question === '' ? 'input' : 'textarea')?.focus()
  }, [])
  return (
    <div class="entry-panel" ref={panel} role="tabpanel" id={entryPanelId} aria-labelledby={tabOf(locale)} key={locale}>
      {isBlank(model.words.value) && <Missing list={list} model={model} />}
      <WordsField
        label={t('entry.question')}
        hint={t('entry.questionHint')}
        value={question}
        fault={faultOf(model, 'question')}
        onValue={(value) => model.write({ question: value })}
        own={own}
      />
      <WordsField
        label={t('entry.answer')}
        hint={t('entry.answerHint')}
        value={answer}
        fault={faultOf(model, 'answer')}
        onValue={(value) => model.write({ answer: value })}
        own={own}
        rows={8}
      />
      <KeywordField
        keywords={keywords}
        fault={faultOf(model, 'keywords')}
        onKeywords={(value) => model.write({ keywords: value })}
        own={own}
      />
    </div>
  )
}

function faultOf(model: EntryEditor, field: EntryField): Wording | undefined {
  const fault = model.fault.value
  return fault?.field === field && fault.locale === model.locale.value ? fault.why : undefined
}

/** What visitors get as long as this language is missing, and the words to begin a translation with. */
function Missing({ list, model }: Props) {
  const { t } = useInbox()
  const locale = model.locale.value
  const source = fallbackOf(list, model, locale)
  if (!source) return null
  const language = languageName(source.locale)
  const { question, answer } = source.translation
  return (
    <p class="entry-missing">
      {t('entry.missingText', { language })}{' '}
      <button type="button" class="link" onClick={() => model.write({ question, answer })}>
        {t('entry.beginWith', { language })}
      </button>
    </p>
  )
}

function fallbackOf(
  list: EntryListing,
  model: EntryEditor,
  locale: Locale,
): { locale: Locale; translation: Translation } | undefined {
  const entry = entryToSend(model.entry.value)
  return translationOf(entry, localeChain(locale, list.defaultLocale.value, Object.keys(entry.translations)))
}
