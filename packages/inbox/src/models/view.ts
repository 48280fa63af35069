import { createModel, signal } from '@preact/signals'
import type { WritingKind } from './drafts.ts'

export type Layer = 'duty' | 'follow-up' | 'invite' | 'labels' | 'merge' | 'transfer' | 'keys' | 'palette'

/** What is open over the page and which part of a narrow screen is shown. */
export const ViewModel = createModel(() => {
  const layer = signal<Layer | undefined>(undefined)
  /** On screens without room for three columns: the visitor's card in place of the conversation. */
  const isCardShown = signal(false)
  /** What is written in the open conversation. */
  const kind = signal<WritingKind>('message')
  /** Somebody wants to write: the composer takes the focus as soon as it is there. */
  const isFocusWanted = signal(false)

  function open(next: Layer): void {
    layer.value = next
  }

  function closeLayer(): void {
    layer.value = undefined
  }

  function write(next: WritingKind): void {
    isCardShown.value = false
    kind.value = next
    isFocusWanted.value = true
  }

  function toggleCard(): void {
    isCardShown.value = !isCardShown.peek()
  }

  /** Another conversation is shown: replies are written, its messages are seen. */
  function reset(): void {
    layer.value = undefined
    isCardShown.value = false
    kind.value = 'message'
  }

  return { layer, isCardShown, kind, isFocusWanted, open, closeLayer, toggleCard, write, reset }
})
