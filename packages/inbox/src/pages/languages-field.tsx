import { directionOf, widgetLocales } from '@deskbell/locales'
import type { Locale } from '@deskbell/protocol'
import { useSignal } from '@preact/signals'
import { useId } from 'preact/hooks'
import { FieldFault } from '../components/field-fault.tsx'
import { useInbox } from '../inbox-context.ts'
import { languagesLike, readLanguage } from '../models/language-choice.ts'
import type { Wording } from '../models/wording.ts'
import { languageInWords } from '../words/names.ts'
import { languageName } from './language-name.ts'

interface Props {
  label: string
  hint: string
  chosen: readonly Locale[]
  /** The one of them that can't be left out. */
  always?: Locale
  onChosen: (locales: Locale[]) => void
  fault: Wording | undefined
}

/** The languages of somebody or something: those the widget has words for to tick, any other one by its name or tag and Enter. */
export function LanguagesField({ label, hint, chosen, always, onChosen, fault: given }: Props) {
  const { t, locale: spoken } = useInbox()
  const id = useId()
  const typed = useSignal('')
  const refused = useSignal<Wording | undefined>(undefined)
  const added = useSignal<Locale | undefined>(undefined)
  const others = chosen.filter((locale) => !widgetLocales.includes(locale))
  const shown = languagesLike(typed.value, [...widgetLocales, ...others], spoken)
  const fault = refused.value ?? given
  const put = (locale: Locale) => {
    added.value = locale
    if (!chosen.includes(locale)) onChosen([...chosen, locale])
  }
  const type = (text: string) => {
    typed.value = text
    refused.value = undefined
  }
  const press = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || event.isComposing || typed.peek().trim() === '') return
    event.preventDefault()
    const read = readTyped(typed.peek(), shown, spoken)
    if ('fault' in read) {
      refused.value = read.fault
      return
    }
    put(read.locale)
    type('')
  }
  return (
    <fieldset class="form-field languages">
      <legend class="form-label">{label}</legend>
      <input
        id={id}
        class="form-input"
        type="text"
        autocomplete="off"
        aria-label={t('person.languageFind')}
        placeholder={t('person.languageFind')}
        value={typed.value}
        onInput={(event) => type(event.currentTarget.value)}
        onKeyDown={press}
        aria-invalid={fault ? 'true' : undefined}
        aria-describedby={fault ? `${id}-fault ${id}-hint` : `${id}-hint`}
      />
      <FieldFault t={t} id={id} fault={fault} isSaid />
      {shown.length === 0 && !fault && <p class="quiet">{t('person.languageAdd')}</p>}
      <ul class="language-checks">
        {shown.map((locale) => (
          <li key={locale}>
            <label class="check">
              <input
                type="checkbox"
                checked={chosen.includes(locale)}
                disabled={locale === always}
                onChange={({ currentTarget: { checked } }) =>
                  checked ? put(locale) : onChosen(chosen.filter((one) => one !== locale))
                }
              />
              <LanguageNames locale={locale} spoken={spoken} />
            </label>
          </li>
        ))}
      </ul>
      <span class="form-hint" id={`${id}-hint`}>
        {hint}
      </span>
      <span class="visually-hidden" role="status">
        {added.value &&
          chosen.includes(added.value) &&
          t('person.languageAdded', { language: languageInWords(added.value, spoken) })}
      </span>
    </fieldset>
  )
}

/** Two letters are a tag; what is longer and fits one language alone is that one. */
function readTyped(text: string, shown: readonly Locale[], spoken: Locale) {
  const [only, second] = shown
  return only && second === undefined && text.trim().length > 2 ? { locale: only } : readLanguage(text, spoken)
}

/** A language by its own name, and by the reader's where that is another. */
function LanguageNames({ locale, spoken }: { locale: Locale; spoken: Locale }) {
  const own = languageName(locale)
  const ours = languageInWords(locale, spoken)
  return (
    <span>
      <bdi lang={locale} dir={directionOf(locale)}>
        {own}
      </bdi>
      {own !== ours && <small> {ours}</small>}
    </span>
  )
}
