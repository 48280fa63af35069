import { widgetLocales } from '@deskbell/locales'
import type { Locale, TeamMember } from '@deskbell/protocol'
import { useId } from 'preact/hooks'
import { useModel } from '../components/use-model.ts'
import { useInbox } from '../inbox-context.ts'
import { draftShelf } from '../models/draft-shelf.ts'
import { holesIn, type OwnWordsForm, OwnWordsModel } from '../models/own-words.ts'
import { DraftForm, FormPage } from './form-page.tsx'
import { languageName } from './language-name.ts'
import { LivePreview } from './live-preview.tsx'
import { WordsFields } from './words-fields.tsx'

/** What the owner says in words of their own, language by language. */
export function WordsPage({ team }: { team: readonly TeamMember[] }) {
  const { t, http } = useInbox()
  const form = useModel(() => new OwnWordsModel(http, draftShelf('words')))
  const { settings, words, locale } = form
  const { label = '', greeting = '' } = words.value[locale.value] ?? {}
  return (
    <FormPage t={t} form={form} at="words" head={t('words.title')} text={t('words.text')}>
      {() => (
        <div class="settings">
          <DraftForm t={t} form={form} label={t('words.title')} partName={languageName}>
            <LanguageChoice form={form} />
            <WordsFields form={form} />
          </DraftForm>
          {settings.value && (
            <LivePreview
              t={t}
              settings={settings.value}
              team={team}
              locale={locale.value}
              texts={{ label, greeting }}
            />
          )}
        </div>
      )}
    </FormPage>
  )
}

/** The languages of the site, then every other of the widget, with what is missing in each of what others have. */
function LanguageChoice({ form: { words, locale } }: { form: OwnWordsForm }) {
  const { t, desk } = useInbox()
  const id = useId()
  const site = desk.team.settings.value.locales
  const others = [...new Set([...widgetLocales, ...Object.keys(words.value)])].filter((one) => !site.includes(one))
  const { written, wanted } = holesIn(words.value, locale.value)
  const option = (one: Locale) => {
    const holes = holesIn(words.value, one)
    const count = holes.wanted === 0 ? '' : ` · ${t('words.count', holes)}`
    return (
      <option key={one} value={one}>
        {`\u2068${languageName(one)}\u2069${count}`}
      </option>
    )
  }
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
        <optgroup label={t('settings.locales')}>{site.map(option)}</optgroup>
        <optgroup label={t('words.otherLanguages')}>{others.map(option)}</optgroup>
      </select>
      <span class="form-hint" id={`${id}-hint`}>
        {t(written < wanted ? 'words.missing' : 'words.languageHint', { count: wanted - written })}
      </span>
      <Holes form={{ words, locale }} site={site} />
    </div>
  )
}

/** The languages of the site in which something is missing, as ways there. */
function Holes({
  form: { words, locale },
  site,
}: {
  form: Pick<OwnWordsForm, 'words' | 'locale'>
  site: readonly Locale[]
}) {
  const { t } = useInbox()
  const missing = site.flatMap((one) => {
    const { written, wanted } = holesIn(words.value, one)
    return written < wanted ? [{ one, count: wanted - written }] : []
  })
  if (missing.length === 0) return null
  return (
    <p class="words-holes">
      {t('words.holes')}{' '}
      {missing.map(({ one, count }) => (
        <button
          key={one}
          type="button"
          class="button"
          onClick={() => {
            locale.value = one
          }}
        >
          <bdi lang={one}>{languageName(one)}</bdi> {count}
        </button>
      ))}
    </p>
  )
}
