import type { InboxKey } from '@deskbell/locales'
import type { TeamMember } from '@deskbell/protocol'
import { useModel } from '../components/use-model.ts'
import { draftShelf } from '../models/draft-shelf.ts'
import { SettingsFormModel } from '../models/settings-form.ts'
import { DraftForm, FormPage } from './form-page.tsx'
import { LivePreview } from './live-preview.tsx'
import type { PageProps } from './page-props.ts'
import { SettingsAsksFor } from './settings-asks-for.tsx'
import { SettingsContact } from './settings-contact.tsx'
import { SettingsLabels } from './settings-labels.tsx'
import { SettingsLine } from './settings-line.tsx'
import { SettingsLooks } from './settings-looks.tsx'
import type { SettingsPart } from './settings-part.ts'
import { SettingsSite } from './settings-site.tsx'
import { SettingsTopics } from './settings-topics.tsx'
import { Snippet } from './snippet.tsx'
import { SnippetCheck } from './snippet-check.tsx'
import { useOwnTexts } from './use-own-texts.ts'

interface Props extends PageProps {
  /** As the relay tells it now. */
  team: readonly TeamMember[]
}

/** What visitors see of the desk, and the line that brings it to the owner's pages. */
export function SettingsPage({ http, t, team }: Props) {
  const form = useModel(() => new SettingsFormModel(http, draftShelf('settings')))
  const textsIn = useOwnTexts(http)
  return (
    <FormPage t={t} form={form} at="settings" head={t('settings.head')} text={t('settings.text')}>
      {(settings) => (
        <div class="settings">
          <SettingsFields http={http} t={t} form={form} settings={settings} team={team} />
          <LivePreview
            t={t}
            settings={settings}
            team={team}
            locale={settings.locale}
            texts={textsIn(settings.locale)}
          />
        </div>
      )}
    </FormPage>
  )
}

/** Under which heading a setting stands. */
function partOf(setting: string): InboxKey {
  if (setting === 'contact') return 'settings.contact'
  if (['siteName', 'locale', 'locales', 'origins'].includes(setting)) return 'settings.site'
  if (['routing', 'openWithinSeconds', 'line'].includes(setting)) return 'lineSettings.head'
  if (setting === 'asksFor') return 'asksFor.head'
  if (setting === 'topics') return 'topics.head'
  return setting === 'labels' ? 'labels.settingsHead' : 'settings.looks'
}

function SettingsFields({ http, ...part }: SettingsPart & Pick<Props, 'http'>) {
  const { t, form } = part
  return (
    <DraftForm t={t} form={form} label={t('settings.title')} partName={(part) => t(partOf(part))}>
      <SettingsSite {...part} />
      <SettingsContact {...part} />
      <SettingsLooks {...part} />
      <SettingsLine {...part} />
      <SettingsAsksFor {...part} />
      <SettingsTopics {...part} />
      <SettingsLabels {...part} />
      <fieldset class="settings-part">
        <legend>{t('settings.snippetHead')}</legend>
        <p class="quiet">{t('settings.snippetText')}</p>
        <Snippet t={t} />
        <SnippetCheck t={t} http={http} />
      </fieldset>
    </DraftForm>
  )
}
