import type { AsksFor, Wish } from '@deskbell/protocol'
import { ChoiceField } from './choice-field.tsx'
import type { SettingsPart } from './settings-part.ts'

/** What visitors say of themselves before the first message. */
export function SettingsAsksFor({ t, form, settings: { asksFor } }: SettingsPart) {
  const of = (field: keyof AsksFor) => ({
    label: t(`asksFor.${field}`),
    hint: t(`asksFor.${field}Hint`),
    options: [
      { value: 'no', name: t('asksFor.no') },
      { value: 'optional', name: t('asksFor.optional') },
      { value: 'required', name: t('asksFor.required') },
    ] as const,
    value: asksFor[field] ?? ('no' as const),
    onValue: (chosen: Wish | 'no') => {
      const { [field]: _before, ...rest } = asksFor
      form.change({ asksFor: chosen === 'no' ? rest : { ...rest, [field]: chosen } })
    },
  })
  return (
    <fieldset class="settings-part">
      <legend>{t('asksFor.head')}</legend>
      <p class="quiet">{t('asksFor.text')}</p>
      <ChoiceField {...of('name')} />
      <ChoiceField {...of('email')} />
    </fieldset>
  )
}
