import { createModel, signal } from '@preact/signals'
import type { WritingKind } from './drafts.ts'

export type Layer =
  | 'block'
  | 'duty'
  | 'erase'
  | 'follow-up'
  | 'invite'
  | 'labels'
  | 'merge'
  | 'transfer'
  | 'keys'
  | 'palette'

/** What is looked for to be put into a reply. */
export type Brought = 'answer' | 'canned' | 'emoji' | 'file'

/** What is open over the page and which part of a narrow screen is shown. */
export const ViewModel = createModel(() => {
  const layer = signal<Layer | undefined>(undefined)
  /** On screens without room for three columns: the visitor's card in place of the conversation. */
  const isCardShown = signal(false)
  /** What is written in the open conversation. */
  const kind = signal<WritingKind>('message')
  /** Somebody wants to write: the composer takes the focus as soon as it is there. */
  const isFocusWanted = signal(false)
  /** Somebody asks for what a reply can have besides words; the composer brings it as soon as it is there. */
  const brought = signal<Brought | undefined>(undefined)

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

  function bring(what: Brought): void {
    write('message')
    brought.value = what
  }

  function toggleCard(): void {
    isCardShown.value = !isCardShown.peek()
  }

  /** Another conversation is shown: replies are written, its messages are seen. */
  function reset(): void {
    layer.value = undefined
    isCardShown.value = false
    kind.value = 'message'
    brought.value = undefined
  }

  const shown = { layer, isCardShown, kind, isFocusWanted, brought }
  return { ...shown, open, closeLayer, toggleCard, write, bring, reset }
})

export type View = InstanceType<typeof ViewModel>
