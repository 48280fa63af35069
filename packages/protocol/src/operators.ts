import type { Locale } from './entries.ts'

export type OperatorId = string

/** A v4 UUID, another one with every picture. Whoever knows it may fetch it, at `/pictures/ID`: a WebP, 96 pixels square. */
export type PictureId = string

/** `relay`: its address, with a slash behind a path. */
export function pictureUrl(relay: string, id: PictureId): string {
  return new URL(`./pictures/${id}`, relay).href
}

/** What a visitor may know of an operator: nothing that identifies the account. `speaks`: which languages, where theirs is not among them. */
export interface Person {
  name: string
  /** What they do, as the visitor reads it: "Orders and delivery". */
  role?: string
  picture?: PictureId
  speaks?: readonly Locale[]
}

/** How operators see each other inside a conversation. */
export interface Colleague extends Person {
  id: OperatorId
}

/** What operators know of each other. */
export interface Operator extends Colleague {
  email: string
  isOwner: boolean
  isDisabled?: boolean
  /** Conversations at once. */
  capacity: number
  /** Which they speak. Empty: not said, none in particular. `locale`: what their inbox speaks, once they have said. */
  languages: readonly Locale[]
  locale?: Locale
  skills: readonly string[]
  /** Of two who could answer as well, the higher goes first; 0 where nothing was said. */
  rank: number
}

/** On duty, perhaps with a planned end (`until`), or away, perhaps with a planned return: in ms since 1970. Neither changes duty by itself. */
export interface Duty {
  isOnDuty: boolean
  until?: number
  backAt?: number
}

/** Who is on duty and does not want to be disturbed: until then (in ms since 1970), or until they say so. */
export interface Quiet {
  until?: number
}

export interface TeamMember extends Operator, Duty {
  isConnected: boolean
  conversations: number
  quiet?: Quiet
}

/** Whether this is one of those whom news that isn't theirs disturbs only where it disturbs nobody else. */
export function isQuiet({ quiet }: { quiet?: Quiet }, now: number): boolean {
  return quiet !== undefined && (quiet.until === undefined || quiet.until > now)
}
