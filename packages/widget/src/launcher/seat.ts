import type { Identity, Locale } from '@deskbell/protocol'
import type { GivenLook } from './look.ts'
import type { LauncherSettings } from './settings.ts'

export type Call = [name: string, given?: unknown, ...more: unknown[]]

export type AskedEntries = Promise<readonly PromiseSettledResult<string>[]>

/** What the launcher hands to the panel: where it sits on the page, and what the script tag said. */
export interface Seat {
  /** The folder of `widget.js`, with a slash at its end. */
  relay: string
  locale: Locale
  settings: LauncherSettings
  /** The script tag's data attributes, as they are now. `topic`: a category of entries that belong to this page; others are its look. */
  page: GivenLook
  root: ShadowRoot
  /** The one element in the shadow root; holds the launcher, and the panel before it. */
  frame: HTMLElement
  button: HTMLButtonElement
  entries?: AskedEntries
  who?: Identity
  /** `Deskbell('on', event, listener, wish)`, in the order of the calls; it grows. */
  heard: unknown[][]
}

export interface Panel {
  /** A conversation exists: starts the chat unseen, so that the launcher can tell of it. */
  resume(): void
  /** Rejects where a download fails. */
  call(name: string, given?: unknown): void | Promise<void>
}

/** The panel's chunk as the launcher imports it. Rejects when the words can't be loaded. */
export interface PanelChunk {
  startPanel(seat: Seat): Promise<Panel>
}
