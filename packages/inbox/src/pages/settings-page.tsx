import type { TeamMember } from '@deskbell/protocol'
import { useModel } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import { draftShelf } from '../models/draft-shelf.ts'
import { SettingsFormModel } from '../models/settings-form.ts'
import { Form } from './form.tsx'
import { LivePreview } from './live-preview.tsx'
import { Page } from './page.tsx'
import type { PageProps } from './page-props.ts'
import { PageState } from './page-state.tsx'
import { SaveBar } from './save-bar.tsx'
import { SettingsContact } from './settings-contact.tsx'
import { SettingsLabels } from './settings-labels.tsx'
import { SettingsLine } from './settings-line.tsx'
import { SettingsLooks } from './settings-looks.tsx'
import { SettingsMenu } from './settings-menu.tsx'
import type { SettingsPart } from './settings-part.ts'
import { SettingsSite } from './settings-site.tsx'
import { SettingsTopics } from './settings-topics.tsx'
import { Snippet } from './snippet.tsx'
import { SnippetCheck } from './snippet-check.tsx'
import './settings.css'

interface Props extends PageProps {
  /** As the relay tells it now. */
  team: readonly TeamMember[]
}

/** What visitors see of the desk, and the line that brings it to the owner's pages. */
export function SettingsPage({ http, t, team }: Props) {
  const form = useModel(() => new SettingsFormModel(http, draftShelf('settings')))
  useEffect(() => {
    void form.load()
  }, [form])
  const state = form.state.value
  const settings = form.draft.draft.value
  return (
    <Page head={t('settings.head')} text={t('settings.text')} menu={<SettingsMenu t={t} at="settings" />}>
      {settings ? (
        <div class="settings">
          <SettingsFields http={http} t={t} form={form} settings={settings} team={team} />
          <LivePreview t={t} settings={settings} team={team} locale={settings.locale} />
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

function SettingsFields({ http, ...part }: SettingsPart & Pick<Props, 'http'>) {
  const { t, form } = part
  return (
    <Form label={t('settings.title')} class="form settings-form" onSubmit={form.save}>
      <SettingsSite {...part} />
      <SettingsContact {...part} />
      <SettingsLooks {...part} />
      <SettingsLine {...part} />
      <SettingsTopics {...part} />
      <SettingsLabels {...part} />
      <fieldset class="settings-part">
        <legend>{t('settings.snippetHead')}</legend>
        <p class="quiet">{t('settings.snippetText')}</p>
        <Snippet t={t} />
        <SnippetCheck t={t} http={http} />
      </fieldset>
      <SaveBar
        t={t}
        isChanged={form.draft.isChanged.value}
        isSaving={form.state.value === 'saving'}
        isSaved={form.isSaved.value}
        trouble={form.trouble.value}
        onDiscard={form.discard}
      />
    </Form>
  )
}
