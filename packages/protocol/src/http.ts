import type { Entry, EntryId, Locale, PublishedEntry } from './entries.ts'
import type { Distance, Look } from './look.ts'
import type { MarkupElement } from './markup.ts'
import type { Operator, Person } from './operators.ts'
import type { SiteTexts } from './own-words.ts'
import type { QueueStatus } from './queue.ts'

/** `GET /api/desk?locale=&topic=`: what the panel knows before any socket; `topic` is the page's, where it has one. */
export interface DeskStatus {
  protocol: number
  siteName: string
  /** The site's default locale. */
  locale: Locale
  contact: Contact
  look: Look
  texts: SiteTexts
  /** Whether answers can be promised by e-mail. */
  sendsMail: boolean
  /** Who would answer somebody who reads that and asks about this. Empty: nobody answers now. */
  people: readonly Person[]
  /** The place and wait of somebody who asks now; position 1 and a wait near 0 when an operator is free. */
  next: QueueStatus
  /** `isFormFirst`: beyond the owner's limits for whoever asks now, so a question for later is offered first. */
  line: { isFormFirst: boolean }
  /** What whoever asks is to say of themselves, unless the page has said it; absent: nothing. */
  asksFor?: AsksFor
  /** The earliest return that somebody has told, when nobody is on duty; in ms since 1970. */
  backAt?: number
}

export interface Contact {
  email?: string
  phone?: string
  address?: string
}

/** `GET /api/entries?locale=`: that locale's entries and its fallbacks, in the owner's order. */
export interface EntriesReply {
  locale: Locale
  fallbacks: readonly Locale[]
  entries: readonly PublishedEntry[]
  /** Of these, the few that visitors opened most in the last 30 days, most read first. */
  mostRead: readonly EntryId[]
  /** False: too many for a page. These are those that home shows; the relay searches (`GET /api/search`). */
  isWhole: boolean
}

/** `GET /api/entry?locale=&id=`: one that the page was not given. Without `entry` there is none, or none in a language of the page. */
export interface EntryReply {
  entry?: PublishedEntry
}

/** `GET /api/search?locale=&q=`. A result brings its entry: the page may not have it. */
export interface SearchReply {
  /** Best first; empty when nothing answers. */
  results: readonly PublishedEntry[]
  /** Entries near a query that nothing answers. */
  near: readonly PublishedEntry[]
}

/** `GET /api/block?locale=&topic=&limit=`: an answer block for a page. */
export interface BlockReply {
  markup: MarkupElement
  /** The owner's look as custom properties by name, `--deskbell-accent` and others. */
  look: Readonly<Record<string, string>>
}

/** `POST /api/feedback`: no identity. */
export type Feedback =
  /** `query`: the search that led to the entry, where there was one. */
  | { kind: 'helped'; entryId: EntryId; locale: Locale; helped: boolean; query?: string }
  | { kind: 'nothing-found'; query: string; locale: Locale }
  | { kind: 'read'; entryId: EntryId; locale: Locale }

/** `POST /api/session` */
export interface SignIn {
  email: string
  password: string
}

/** `GET /api/session`: who is signed in, or what has to happen first. */
export type SessionReply =
  | { state: 'signed-in'; operator: Operator }
  | { state: 'signed-out'; siteName: string }
  | { state: 'set-up-needed'; isDemo: boolean }

/** `POST /api/set-up`: makes the first owner and signs in. */
export interface SetUp {
  token: string
  name: string
  role?: string
  email: string
  password: string
  siteName: string
  locale: Locale
  origins: readonly string[]
}

/** `POST /api/invitations` (owner): the address holds the one-time token behind its `#`. */
export interface InvitationReply {
  url: string
  expiresAt: number
}

/** `POST /api/join`: a colleague opens the link and sets name and password. */
export interface Join {
  token: string
  name: string
  role?: string
  email: string
  password: string
}

/** `POST /api/operators/:id/password-link` (owner): a one-time link for who has lost their password. Earlier ones end. */
export type PasswordLinkReply = InvitationReply

/** `POST /api/new-password/look`: whose the link is. */
export interface PasswordLinkOf {
  siteName: string
  name: string
  email: string
}

/** `POST /api/new-password`: whose the link is has this password from now on, is signed in here and nowhere else. */
export interface NewPassword {
  token: string
  password: string
}

/** `PUT /api/locale`: what one's own inbox speaks from now on. */
export interface LocaleChange {
  locale: Locale
}

/** `PUT /api/password`: one's own. Every other session of the operator ends. */
export interface PasswordChange {
  current: string
  password: string
}

/** `PUT /api/operators/:id/role` (owner). Refused with `last-owner` where nobody would be owner then. */
export type RoleChange = Pick<Operator, 'isOwner'>

/** `PUT /api/operators/:id/disabled` (owner, of others): can't sign in, what was theirs is in line again; or can again. */
export type DisabledChange = Required<Pick<Operator, 'isDisabled'>>

/** `PUT /api/operators/:id/shown` (one's own, or an owner): what visitors see. `name-taken` where a colleague's looks alike. */
export type ShownChange = Pick<Operator, 'name' | 'role'>

/** `PUT /api/operators/:id` (owner). */
export type OperatorChange = Pick<Operator, 'capacity' | 'languages' | 'skills' | 'rank'>

/** `GET` and `PUT /api/settings` (changes: owner only). `locales`: as named; none named: `locale` and those of the entries. */
export interface Settings {
  siteName: string
  locale: Locale
  locales: readonly Locale[]
  origins: readonly string[]
  contact: Contact
  accent: string
  position: 'start' | 'end'
  launcher: 'icon' | 'text'
  /** Of the panel's corners, in px. */
  radius: number
  distance: Distance
  hasAvatars: boolean
  theme: 'auto' | 'light' | 'dark'
  /** Whether the desk gives who waits to an operator, or operators take them from the line themselves. */
  routing: 'automatic' | 'by-hand'
  /** A conversation that was given and not opened by then goes to the next operator. */
  openWithinSeconds: number
  line: LineLimits
  asksFor: AsksFor
  topics: readonly Topic[]
  labels: readonly string[]
}

export type Wish = 'optional' | 'required'

/** What a visitor is asked to say of themselves before the first message; what is absent is not asked. */
export interface AsksFor {
  name?: Wish
  email?: Wish
}

/** Beyond these, a question for later is offered before the line. */
export interface LineLimits {
  /** How many may wait; absent: any number. */
  maximumLength?: number
  maximumWaitMinutes: number
}

/** What a page says its visitors ask about: `id` is its `data-topic`, a category of entries. A topic that is not listed asks for no skill. */
export interface Topic {
  id: string
  name: string
  skill?: string
}

/** `GET /api/all-entries` and `POST /api/entries/import` (owner). */
export interface EntriesList {
  entries: readonly Entry[]
}

/** `POST /api/entries/order` (owner): all ids in their new order, and the entries that come into another category (`''`: none). */
export interface EntriesOrder {
  ids: readonly EntryId[]
  placed: readonly { id: EntryId; category: string }[]
}

export interface ImportReply {
  added: number
  changed: number
  unchanged: number
  changeId?: number
}

/** How every `/api` route says no; the status code fits it. */
export interface ApiRefusal {
  refusal: string
  detail?: string
  retryAfterMs?: number
}
