import type { Settings } from '@deskbell/protocol'
import { topicsToSend } from './line-faults.ts'

/** What travels: an empty contact detail is none. */
export function settingsToSend(settings: Settings): Settings {
  const filled = Object.entries(settings.contact).flatMap(([field, text]) =>
    text.trim() ? [[field, text.trim()]] : [],
  )
  const contact = Object.fromEntries(filled)
  return { ...settings, siteName: settings.siteName.trim(), contact, topics: topicsToSend(settings.topics) }
}
