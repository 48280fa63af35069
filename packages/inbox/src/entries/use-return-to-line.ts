import type { EntryId } from '@deskbell/protocol'
import { useEffect } from 'preact/hooks'

/** Back in the list, the focus goes on where it was: at the line of this entry. */
export function useReturnToLine(id: EntryId): void {
  useEffect(
    () => () => {
      requestAnimationFrame(() => {
        const { activeElement } = document
        const isFree = activeElement === document.body || activeElement?.tagName === 'MAIN'
        if (isFree) document.querySelector<HTMLElement>(`[data-entry="${CSS.escape(id)}"]`)?.focus()
      })
    },
    [id],
  )
}
