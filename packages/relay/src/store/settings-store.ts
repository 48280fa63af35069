import { join } from 'node:path'
import type {
  CannedReply,
  Colleague,
  Entry,
  OpeningHours,
  Operator,
  OwnWords,
  Privacy,
  Roster,
  Settings,
} from '@deskbell/protocol'
import type { LowSync } from 'lowdb'
import { usualRadius } from '../look.ts'
import { DurableJson, type Warn } from './durable-json.ts'

export interface StoredOperator extends Operator {
  /** scrypt; see passwords.ts */
  passwordHash: string
  /** In ms since 1970: off the team since then, and gone for good once that can't be taken back any more. */
  removedAt?: number
}

/** What people edit: one small readable JSON file each. */
export interface SettingsStore {
  settings: LowSync<Settings>
  operators: LowSync<StoredOperator[]>
  /** Who was removed, as the transcripts call them. */
  formerOperators: LowSync<Colleague[]>
  entries: LowSync<Entry[]>
  privacy: LowSync<Privacy>
  cannedReplies: LowSync<CannedReply[]>
  words: LowSync<OwnWords>
  hours: LowSync<OpeningHours>
  roster: LowSync<Roster>
}

const defaults: Settings = {
  siteName: 'Deskbell',
  locale: 'en',
  locales: [],
  origins: [],
  contact: {},
  accent: '#115e75',
  position: 'end',
  launcher: 'icon',
  radius: usualRadius,
  distance: {},
  hasAvatars: true,
  theme: 'auto',
  routing: 'automatic',
  openWithinSeconds: 30,
  line: { maximumWaitMinutes: 15 },
  asksFor: {},
  topics: [],
  labels: [],
}

/** Throws when a file and its last good copy are both unreadable: nothing is ever started empty by accident. */
export function openSettingsStore(folder: string, warn: Warn): SettingsStore {
  const open = <T extends object>(name: string, initial: T) => new DurableJson<T>(join(folder, name), initial, warn)
  return {
    settings: open('settings.json', defaults),
    operators: open<StoredOperator[]>('operators.json', []),
    formerOperators: open<Colleague[]>('former-operators.json', []),
    entries: open<Entry[]>('entries.json', []),
    privacy: open<Privacy>('privacy.json', { retentionDays: 365 }),
    cannedReplies: open<CannedReply[]>('canned-replies.json', []),
    words: open<OwnWords>('words.json', {}),
    hours: open<OpeningHours>('hours.json', { timeZone: 'UTC', week: Array.from({ length: 7 }, () => []), closed: [] }),
    roster: open<Roster>('roster.json', { plans: [] }),
  }
}
