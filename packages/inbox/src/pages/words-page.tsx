import { widgetLocales } from '@deskbell/locales'
import type { TeamMember } from '@deskbell/protocol'
import { useModel } from '@preact/signals'
import { useEffect, useId } from 'preact/hooks'
import { useInbox } from '../inbox-context.ts'
import { draftShelf } from '../models/draft-shelf.ts'
import { holesIn, type OwnWordsForm, OwnWordsModel } from '../models/own-words.ts'
import { Form } from './form.tsx'
import { languageName } from './language-name.ts'
import { LivePreview } from './live-preview.tsx'
import { Page } from './page.tsx'
import { PageState } from './page-state.tsx'
import { SaveBar } from './save-bar.tsx'
import { SettingsMenu } from './settings-menu.tsx'
import { WordsFields } from './words-fields.tsx'
import './settings.css'

/** What the owner says in words of their own, language by language. */
export function WordsPage({ team }: { team: readonly TeamMember[] }) {
  const { t, http } = useInbox()
  const form = useModel(() => new OwnWordsModel(http, draftShelf('words')))
  useEffect(() => {
    void form.load()
  }, [form])
  const { state, trouble, settings, words, locale } = form
  const { label = '', greeting = '' } = words.value[locale.value] ?? {}
  return (
    <Page head={t('words.title')} text={t('words.text')} menu={<SettingsMenu t={t} at="words" />}>
      {settings.value ? (
        <div class="settings">
          <Form label={t('words.title')} class="form settings-form" onSubmit={form.save}>
            <LanguageChoice form={form} />
            <WordsFields form={form} />
            <SaveBar
              t={t}
              isChanged={form.isChanged.value}
              isSaving={state.value === 'saving'}
              isSaved={form.isSaved.value}
              trouble={trouble.value}
              onDiscard={form.discard}
            />
          </Form>
          <LivePreview t={t} settings={settings.value} team={team} locale={locale.value} texts={{ label, greeting }} />
        </div>
      ) : (
        <PageState
          t={t}
          state={state.value === 'failed' ? 'failed' : 'loading'}
          trouble={trouble.value}
          onTryAgain={form.load}
        />
      )}
    </Page>
  )
}

/** Every language of the widget, with what is missing in it of what others have. */
function LanguageChoice({ form: { words, locale } }: { form: OwnWordsForm }) {
  const { t } = useInbox()
  const id = useId()
  const locales = [...new Set([...widgetLocales, ...Object.keys(words.value)])]
  const { written, wanted } = holesIn(words.value, locale.value)
  return (
    <div class="form-field">
      <label for={id}>{t('words.language')}</label>
      <select
        id={id}
        class="form-input form-select"
        value={locale.value}
        aria-describedby={`${id}-hint`}
        onChange={({ currentTarget }) => {
          locale.value = currentTarget.value
        }}
      >
        {locales.map((one) => {
          const holes = holesIn(words.value, one)
          const count = holes.wanted === 0 ? '' : ` · ${t('words.count', holes)}`
          return (
            <option key={one} value={one}>
              {`\u2068${languageName(one)}\u2069${count}`}
            </option>
          )
        })}
      </select>
      <span class="form-hint" id={`${id}-hint`}>
        {t(written < wanted ? 'words.missing' : 'words.languageHint', { count: wanted - written })}
      </span>
    </div>
  )
}
