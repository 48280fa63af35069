import type { InboxTranslate } from '@deskbell/locales'
import type { SettingsForm } from '../models/settings-form.ts'
import { Trouble } from './trouble.tsx'

/** Says whether what is on screen is saved, and saves it. It stays in sight while the page scrolls. */
export function SaveBar({ t, form }: { t: InboxTranslate; form: SettingsForm }) {
  const isChanged = form.draft.isChanged.value
  const isSaving = form.state.value === 'saving'
  return (
    <div class={isChanged || form.isSaved.value ? 'save-bar save-bar--floats' : 'save-bar'}>
      <p role="status" class={isChanged ? '' : 'quiet'}>
        {isChanged && !form.trouble.value && t('settings.unsaved')}
        {!isChanged && (form.isSaved.value ? t('settings.saved') : t('settings.nothingChanged'))}
      </p>
      <Trouble t={t} of={form.trouble.value} />
      <button class="button" type="button" aria-disabled={!isChanged} onClick={form.discard}>
        {t('settings.discard')}
      </button>
      <button class="button button-main" type="submit" aria-disabled={!isChanged || isSaving}>
        {t(isSaving ? 'settings.saving' : 'common.save')}
      </button>
    </div>
  )
}
