import type {
  Attached,
  Before,
  FileId,
  Identity,
  Locale,
  Page,
  Person,
  Refusal,
  VisitorWelcome,
} from '@deskbell/protocol'
import type { ReadonlySignal, Signal } from '@preact/signals'
import type { DraftModel } from './draft.ts'
import type { History } from './history.ts'
import type { Kept } from './kept.ts'
import type { Connect, Link } from './link.ts'
import type { Mailbox } from './mailbox.ts'
import type { PlaceModel } from './place.ts'

export interface ConversationOptions {
  relay: string
  locale: Locale
  kept: Kept
  draft: DraftModel
  connect: Connect
  page(): Page | undefined
  identity(): Identity | undefined
  before(): Before
  /** The conversation is on screen and the page is in front. */
  isReading: ReadonlySignal<boolean>
  siteChanged(): void
}

/** What the conversation is made of: each part is changed by news, by the visitor, or by both. */
export interface Parts {
  options: ConversationOptions
  history: History
  mailbox: Mailbox
  link: Link
  place: PlaceModel
  /** Who is on duty, as far as the connection has told. */
  people: Signal<readonly Person[] | undefined>
  typing: Signal<Person | undefined>
  /** Those that are other than their message says, since this page was there. */
  files: Signal<Readonly<Record<FileId, Attached>>>
  /** Why what was asked came back. */
  refusal: Signal<Refusal | undefined>
  /** The visitor wants another conversation than the one that ended. */
  isBeginningAnew: Signal<boolean>
  /** This browser keeps nothing: a reload forgets the conversation. */
  forgets: Signal<boolean>
  /** The relay has said who we are: from then on letters go out. */
  isWelcome: Signal<boolean>
  /** The token the relay was told last, or has given. */
  connectedAs: string | undefined
  welcome: VisitorWelcome | undefined
  /** How often this page has become the visitor of another tab. */
  renewals: number
}
