import { createModel, signal } from '@preact/signals'
import { type Keep, readKept } from './kept.ts'
import type { SoundChoice } from './sounds.ts'

/** A column that can be made wider or narrower. */
export type ColumnName = 'lists' | 'card'

export interface Preferences extends SoundChoice {
  soundWaiting: boolean
  soundReply: boolean
  soundQuestion: boolean
  /** The tab's title says how many need the operator, and who; its icon that somebody does. */
  titleCount: boolean
  iconDot: boolean
  /** While the inbox is open and out of sight, this device shows what comes. */
  showsAlerts: boolean
  /** Alerts on this device say neither who wrote nor what. */
  isWordless: boolean
  /** Single letters do things while no field has focus. */
  letterKeys: boolean
  /** How wide columns were made, in px; the others are as wide as at first. */
  columns: Partial<Record<ColumnName, number>>
}

const key = 'preferences'
const usual: Preferences = {
  ...{ soundWaiting: true, soundReply: true, soundQuestion: true, bell: 'desk', volume: 0.5 },
  ...{ titleCount: true, iconDot: true, showsAlerts: true, isWordless: false, letterKeys: true, columns: {} },
}

/** What this operator wants of this browser. */
export const PreferencesModel = createModel((keep: Keep) => {
  const chosen = signal<Preferences>({ ...usual, ...readKept<Partial<Preferences>>(keep, key, {}) })

  function choose(change: Partial<Preferences>): void {
    chosen.value = { ...chosen.peek(), ...change }
    keep.write(key, JSON.stringify(chosen.peek()))
  }

  return { chosen, choose }
})

export type PreferencesKept = InstanceType<typeof PreferencesModel>
