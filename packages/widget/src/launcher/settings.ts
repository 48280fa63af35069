import type { LauncherWords } from '@deskbell/locales/launcher'
import type { Contact, Locale, Look } from '@deskbell/protocol'

/** What the relay writes in front of the launcher, as the constant `__DESKBELL__` of a block around it. */
export interface LauncherSettings {
  /** What the panel can't be drawn without, relative to `widget.js`, its script first; `*` stands for the locale: `assets/*-HASH.js`. */
  panel: readonly string[]
  look: Look
  /** The site's default. */
  locale: Locale
  /** By locale, for all the widget has words for. */
  words: Readonly<Record<Locale, LauncherWords>>
  contact: Contact
  siteName: string
  /** The owner's, in the site's language. */
  greeting?: { locale: Locale; text: string }
}
