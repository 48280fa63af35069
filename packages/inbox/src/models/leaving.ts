import { createModel, effect, signal } from '@preact/signals'
import { type NoticeLine, shownFor } from './notice.ts'
import type { Wording } from './wording.ts'

export interface Parting {
  /** What goes, by a name nothing else has; while it is among the `gone`, no list shows it. */
  key: string
  text: Wording
  /** Asks the relay; what it refuses is said, and the thing comes back. */
  act: () => Promise<Wording | undefined>
}

/**
 * What was removed leaves the screen at once and the relay when the line that takes it back goes: so that taking back
 * loses nothing. A page that is closed meanwhile removes it then.
 */
export const LeavingModel = createModel((notice: NoticeLine) => {
  const gone = signal<ReadonlySet<string>>(new Set())
  const waiting = new Map<string, () => Promise<void>>()

  effect(() => {
    const goNow = () => {
      for (const go of [...waiting.values()]) void go()
    }
    addEventListener('pagehide', goNow)
    return () => {
      removeEventListener('pagehide', goNow)
      goNow()
    }
  })

  function remove({ key, text, act }: Parting): void {
    const timer = setTimeout(() => void go(), shownFor)
    const forget = () => {
      clearTimeout(timer)
      waiting.delete(key)
    }
    const go = async () => {
      forget()
      const refusal = await act()
      show(key)
      if (refusal) notice.show({ text: refusal, isRefusal: true })
    }
    const undo = () => {
      forget()
      show(key)
      notice.hide()
    }
    gone.value = new Set(gone.peek()).add(key)
    waiting.set(key, go)
    notice.show({ text, undo })
  }

  function show(key: string): void {
    const others = new Set(gone.peek())
    others.delete(key)
    gone.value = others
  }

  return { gone, remove }
})

export type Leaving = InstanceType<typeof LeavingModel>
