import type { InboxTranslate } from '@deskbell/locales'
import type { Settings } from '@deskbell/protocol'
import { useModel } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { draftShelf } from '../models/draft-shelf.ts'
import { type SettingsForm, SettingsFormModel } from '../models/settings-form.ts'
import { Form } from './form.tsx'
import { Page } from './page.tsx'
import type { PageProps } from './page-props.ts'
import { PageState } from './page-state.tsx'
import { SaveBar } from './save-bar.tsx'
import { SettingsContact } from './settings-contact.tsx'
import { SettingsLooks } from './settings-looks.tsx'
import { SettingsMenu } from './settings-menu.tsx'
import { SettingsSite } from './settings-site.tsx'
import { Snippet } from './snippet.tsx'
import { WidgetPreview } from './widget-preview.tsx'
import './settings.css'

interface Props extends PageProps {
  /** Others read, the site owner changes. */
  isOwner: boolean
  /** Who is on duty, for the preview. */
  people: readonly string[]
}

/** What visitors see of the desk, and the line that brings it to the owner's pages. */
export function SettingsPage({ http, t, isOwner, people }: Props) {
  const form = useModel(() => new SettingsFormModel(http, draftShelf('settings')))
  useEffect(() => {
    void form.load()
  }, [form])
  const state = form.state.value
  const settings = form.draft.draft.value
  return (
    <Page
      head={t('settings.head')}
      text={t(isOwner ? 'settings.text' : 'settings.readOnly')}
      menu={<SettingsMenu t={t} at="settings" />}
    >
      {settings ? (
        <div class="settings">
          <SettingsFields t={t} form={form} settings={settings} isReadOnly={!isOwner} />
          <aside aria-label={t('preview.label')}>
            <WidgetPreview t={t} {...settings} people={people} />
          </aside>
        </div>
      ) : (
        <PageState
          t={t}
          state={state === 'failed' ? state : 'loading'}
          trouble={form.trouble.value}
          onTryAgain={form.load}
        />
      )}
    </Page>
  )
}

interface FieldsProps {
  t: InboxTranslate
  form: SettingsForm
  settings: Settings
  isReadOnly: boolean
}

function SettingsFields({ t, form, settings, isReadOnly }: FieldsProps) {
  const part = { t, form, settings, isReadOnly }
  return (
    <Form label={t('settings.title')} class="form settings-form" onSubmit={form.save}>
      <SettingsSite {...part} />
      <SettingsContact {...part} />
      <SettingsLooks {...part} />
      <fieldset class="settings-part">
        <legend>{t('settings.snippetHead')}</legend>
        <p class="quiet">{t('settings.snippetText')}</p>
        <Snippet t={t} />
      </fieldset>
      {!isReadOnly && <SaveBar t={t} form={form} />}
    </Form>
  )
}
