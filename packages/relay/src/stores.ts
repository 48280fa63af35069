import type { Context } from './context.ts'
import type { Warn } from './store/durable-json.ts'
import { openEntryHistory } from './store/entry-history.ts'
import { openLogStore } from './store/log-store.ts'
import { openPasswordLinks } from './store/password-links.ts'
import { openPictureStore } from './store/picture-store.ts'
import { openPushStore } from './store/push-store.ts'
import { openSessionStore } from './store/session-store.ts'
import { openSettingsStore } from './store/settings-store.ts'
import { createTeam } from './team.ts'

/** Everything that is kept in the data folder. */
export type Stores = Pick<
  Context,
  'settings' | 'store' | 'sessions' | 'passwordLinks' | 'pictures' | 'pushDevices' | 'entryHistory' | 'team'
>

/**
 * Opens them all; for whoever holds the folder's lock. Throws when one is damaged or written by a newer relay; `warn` hears of
 * what was restored.
 */
export function openStores(dataFolder: string, warn: Warn): Stores {
  const settings = openSettingsStore(dataFolder, warn)
  const store = openLogStore(dataFolder)
  const { database } = store
  const kept = {
    sessions: openSessionStore(database),
    passwordLinks: openPasswordLinks(database),
    pushDevices: openPushStore(database),
    entryHistory: openEntryHistory(database),
  }
  const team = createTeam(settings)
  const pictures = openPictureStore(dataFolder, new Set(settings.operators.data.map(({ picture }) => picture)))
  return { settings, store, ...kept, team, pictures }
}
