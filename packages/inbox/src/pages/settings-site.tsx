import { widgetLocales } from '@deskbell/locales'
import { useInbox } from '../inbox-context.ts'
import { isLanguageMissing } from '../models/gaps.ts'
import { languageName } from './language-name.ts'
import { LanguagesField } from './languages-field.tsx'
import { LocaleField } from './locale-field.tsx'
import { OriginField } from './origin-field.tsx'
import type { SettingsPart } from './settings-part.ts'
import { TextField } from './text-field.tsx'
import { Warning } from './warning.tsx'

export function SettingsSite({ t, form, settings, team }: SettingsPart) {
  const { desk } = useInbox()
  // As long as none are named, those that the relay takes them to be.
  const named = settings.locales.length > 0 ? settings.locales : desk.team.settings.value.locales
  return (
    <fieldset class="settings-part">
      <legend>{t('settings.site')}</legend>
      <div class="form-row">
        <TextField
          t={t}
          label={t('setUp.siteName')}
          value={settings.siteName}
          fault={form.faults.value.siteName}
          onValue={(siteName) => form.change({ siteName })}
        />
        <LocaleField
          label={t('setUp.locale')}
          hint={t('setUp.localeHint')}
          locales={widgetLocales}
          value={settings.locale}
          onValue={(locale) => form.change({ locale })}
        />
      </div>
      {isLanguageMissing(team, settings.locale) && (
        <Warning
          text={t('settings.nobodySpeaks', { language: languageName(settings.locale) })}
          link={t('topics.toTeam')}
        />
      )}
      <LanguagesField
        label={t('settings.locales')}
        hint={t('settings.localesHint')}
        chosen={[...new Set([settings.locale, ...named])]}
        always={settings.locale}
        onChosen={(locales) => form.change({ locales })}
        fault={form.faults.value.locales}
      />
      <OriginField t={t} list={form.origins} />
    </fieldset>
  )
}
