import { createModel, signal } from '@preact/signals'
import { type Keep, readKept } from './kept.ts'

export interface Preferences {
  soundWaiting: boolean
  soundReply: boolean
  /** Single letters do things while no field has focus. */
  letterKeys: boolean
}

const key = 'preferences'
const usual: Preferences = { soundWaiting: true, soundReply: true, letterKeys: true }

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
