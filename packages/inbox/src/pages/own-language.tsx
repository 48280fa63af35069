import { inboxLocales } from '@deskbell/locales'
import { useModel } from '../components/use-model.ts'
import { useInbox } from '../inbox-context.ts'
import { useLanguage } from '../language-context.ts'
import { OwnLanguageModel } from '../models/own-language.ts'
import { LocaleField } from './locale-field.tsx'
import { Trouble } from './trouble.tsx'

/** What one's own inbox speaks. */
export function OwnLanguage() {
  const { t, locale, http } = useInbox()
  const language = useLanguage()
  const { trouble, choose } = useModel(() => new OwnLanguageModel(http, language))
  return (
    <section>
      <div class="form">
        <LocaleField
          label={t('language.label')}
          hint={t('language.hint')}
          locales={inboxLocales}
          value={locale}
          onValue={choose}
        />
      </div>
      <Trouble t={t} of={trouble.value} />
    </section>
  )
}
