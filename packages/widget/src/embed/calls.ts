/** What a page may call the widget with. Calls made before the widget has arrived are kept for it. */
export interface Deskbell {
  (call: 'open' | 'close'): void
  (call: 'search', text: string): void
  (call: 'entry', id: string): void
  /** Opens the message to a person; the words never replace what was typed. */
  (call: 'ask', given?: { text?: string }): void
  (call: 'identify', who: Identity): void
  /** Says everything in another language: a tag such as `pt-BR`. One there are no words for changes nothing. */
  (call: 'locale', tag: string): void
  <Event extends keyof DeskbellEvents>(
    call: 'on',
    event: Event,
    listener: (details: DeskbellEvents[Event]) => void,
  ): void
  /** With what the visitor wrote: see to it that they know. */
  <Event extends keyof DeskbellTexts>(
    call: 'on',
    event: Event,
    listener: (details: DeskbellEvents[Event] & DeskbellTexts[Event]) => void,
    wish: { texts: true },
  ): void
  (call: 'shutdown'): void
}

/** Who is signed in at the shop. Without a valid `hash`, made by the shop's server, only the name counts. */
export interface Identity {
  id?: string
  name?: string
  email?: string
  /** HMAC-SHA-256 of the id, keyed with the installation's identity secret, as 64 hexadecimal digits. */
  hash?: string
}

/** What happened, in the widget's language `locale`. Never what somebody wrote, unless that is asked for. */
export interface DeskbellEvents {
  searched: { locale: string; found: number }
  entryOpened: { locale: string; id: string }
  helped: { locale: string; id: string; helped: boolean }
  asked: { locale: string }
  assigned: { locale: string }
  closed: { locale: string }
  rated: { locale: string }
}

/** What comes on top of it for a listener that asks for `texts`. */
export interface DeskbellTexts {
  searched: { query: string }
  asked: { text: string }
}
