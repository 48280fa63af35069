import type { EntryId } from '@deskbell/protocol'
import { useEffect } from 'preact/hooks'

let lastOpen: EntryId | undefined

/** Whether it was on screen last: its line is drawn, wherever in the list it stands. */
export const wasLastOpen = (id: EntryId) => id === lastOpen

/** Back in the list, the focus goes on where it was: at the line of this entry. */
export function useReturnToLine(id: EntryId): void {
  lastOpen = id
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
