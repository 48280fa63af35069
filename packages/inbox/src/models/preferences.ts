import { createModel, signal } from '@preact/signals'
import { type Keep, readKept } from './kept.ts'
import type { SoundChoice } from './sounds.ts'

export interface Preferences extends SoundChoice {
  soundWaiting: boolean
  soundReply: boolean
  /** Single letters do things while no field has focus. */
  letterKeys: boolean
}

const key = 'preferences'
const usual: Preferences = { soundWaiting: true, soundReply: true, bell: 'desk', volume: 0.5, letterKeys: true }

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
