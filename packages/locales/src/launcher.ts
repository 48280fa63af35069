import words from './launcher-words.json' with { type: 'json' }

/** The launcher's few words: they are there before anything else has been downloaded. */
export interface LauncherWords {
  /** Names the button while the panel is closed. */
  readonly label: string
  /** Names the button while the panel is open. */
  readonly close: string
  /** Said above the owner's contact details when the panel can't be loaded. */
  readonly failed: string
  readonly retry: string
  /** Which way they are written, where it is not from left to right. */
  readonly dir?: 'rtl'
  /** The owner's own greeting, where there is one: it is seen before the relay has been asked anything. */
  readonly greeting?: string
}

/** By locale, for all locales of the widget. For the relay alone, which writes the fitting ones into `/widget.js`. */
export const launcherWords: Readonly<Record<string, LauncherWords>> = words
