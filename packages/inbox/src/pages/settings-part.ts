import type { InboxTranslate } from '@deskbell/locales'
import type { Settings, TeamMember } from '@deskbell/protocol'
import type { SettingsForm } from '../models/settings-form.ts'

/** What each part of the settings form is given. */
export interface SettingsPart {
  t: InboxTranslate
  form: SettingsForm
  settings: Settings
  /** Who could be asked: says where nobody can. */
  team: readonly TeamMember[]
}
