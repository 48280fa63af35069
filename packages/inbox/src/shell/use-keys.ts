import { useLayoutEffect } from 'preact/hooks'
import type { Inbox } from '../inbox-context.ts'
import { createKeyReader } from '../models/key-action.ts'
import { act } from './act.ts'

/**
 * Single letters do things wherever the inbox is, as long as no field has focus and nothing lies over the page. Ctrl or ⌘ and
 * K open the palette also while somebody writes.
 */
export function useKeys(inbox: Inbox): void {
  useLayoutEffect(() => {
    const read = createKeyReader()
    const press = (event: KeyboardEvent) => {
      const { view, preferences } = inbox.desk
      if (event.defaultPrevented || event.repeat) return
      if (isForPalette(event)) {
        event.preventDefault()
        if (view.layer.peek() === 'palette') view.closeLayer()
        else if (!document.querySelector('dialog[open]')) view.open('palette')
        return
      }
      const isFree = view.layer.peek() === undefined && !isWriting(event.target)
      if (!preferences.chosen.peek().letterKeys || !isFree) return
      const action = read(event, event.timeStamp)
      if (!action) return
      event.preventDefault()
      act(inbox, action)
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [inbox.desk, inbox.router])
}

function isForPalette({ key, ctrlKey, metaKey, altKey, shiftKey, isComposing }: KeyboardEvent): boolean {
  return key.toLowerCase() === 'k' && (ctrlKey || metaKey) && !altKey && !shiftKey && !isComposing
}

function isWriting(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
}
