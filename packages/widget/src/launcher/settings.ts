import type { LauncherWords } from '@deskbell/locales/launcher'
import type { Contact, Locale, Look } from '@deskbell/protocol'

/** What the relay writes in front of the launcher, as the constant `__DESKBELL__` of a block around it. */
export interface LauncherSettings {
  protocol: number
  /** The panel's chunk, relative to `widget.js`: `assets/panel-HASH.js`. */
  panel: string
  look: Look
  /** The site's default. */
  locale: Locale
  /** By locale, for all the widget has words for. */
  words: Readonly<Record<Locale, LauncherWords>>
  contact: Contact
  siteName: string
}
