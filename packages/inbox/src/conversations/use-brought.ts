import { effect, type Signal } from '@preact/signals'
import { useLayoutEffect } from 'preact/hooks'
import { useInbox } from '../inbox-context.ts'
import type { Brought } from '../models/view.ts'

/** Shows what was asked for by its name, once the composer is there. */
export function useBrought(bring: Partial<Record<Brought, () => void>>): void {
  const { brought } = useInbox().desk.view
  useLayoutEffect(
    () =>
      effect(() => {
        const wanted = brought.value && bring[brought.value]
        if (!wanted) return
        brought.value = undefined
        wanted()
      }),
    [brought],
  )
}

/** Opens what a signal opens. */
export function opening(open: Signal<boolean>): () => void {
  return () => {
    open.value = true
  }
}
