import type { Logger } from 'pino'
import type { Archive } from './archive/archive.ts'
import type { Attendance } from './attendance.ts'
import type { Config } from './config.ts'
import type { Line } from './desk/line.ts'
import type { LiveDesk } from './desk/live-desk.ts'
import type { Learning } from './faq/learning.ts'
import type { Publication } from './faq/publication.ts'
import type { Reads } from './faq/reads.ts'
import type { ChangedFiles } from './files/changed-files.ts'
import type { Uploads } from './files/uploads.ts'
import type { Identities } from './identities.ts'
import type { AddressOf } from './limits/address.ts'
import type { SignInAttempts } from './limits/attempts.ts'
import type { Buckets } from './limits/bucket.ts'
import type { Origins } from './limits/origins.ts'
import type { Transcripts } from './mail/transcripts.ts'
import type { Doorbell } from './publish.ts'
import type { Pusher } from './push/pusher.ts'
import type { VisitorTokens } from './sessions.ts'
import type { SignOut } from './sign-out.ts'
import type { Presence } from './sockets/presence.ts'
import type { EntryHistory } from './store/entry-history.ts'
import type { LearningStore } from './store/learning-store.ts'
import type { LogStore } from './store/log-store.ts'
import type { PasswordLinks } from './store/password-links.ts'
import type { PictureStore } from './store/picture-store.ts'
import type { PushStore } from './store/push-store.ts'
import type { SessionStore } from './store/session-store.ts'
import type { SettingsStore } from './store/settings-store.ts'
import type { Team } from './team.ts'
import type { Health } from './watch/health.ts'
import type { Metrics } from './watch/metrics.ts'
import type { Sightings } from './watch/sightings.ts'

/** What every way into the relay works with. Made once, in relay.ts. */
export interface Context extends Attendance {
  config: Config
  log: Logger
  store: LogStore
  archive: Archive
  settings: SettingsStore
  sessions: SessionStore
  passwordLinks: PasswordLinks
  pictures: PictureStore
  pushDevices: PushStore
  pusher: Pusher
  tokens: VisitorTokens
  identities: Identities
  team: Team
  live: LiveDesk
  line: Line
  doorbell: Doorbell
  publication: Publication
  reads: Reads
  entryHistory: EntryHistory
  learning: Learning
  learningStore: LearningStore
  origins: Origins
  addressOf: AddressOf
  operatorPresence: Presence
  visitorPresence: Presence
  /** Visitors who are here and have begun nothing yet, and whom the shop vouches for: their other tabs are the same visitor. */
  newcomers: Map<string, string | undefined>
  attempts: SignInAttempts
  /** Conversations an address may begin: in line, and as questions for later. */
  beginnings: Record<'line' | 'question', Buckets>
  uploads: Uploads
  changedFiles: ChangedFiles
  /** Absent where no mail can be sent. */
  transcripts?: Transcripts
  signOut: SignOut
  /** Ends the sockets of a visitor. */
  endVisitor(visitorId: string): void
  health: Health
  metrics: Metrics
  sightings: Sightings
}
