import type { Signal } from '@preact/signals'
import { useLayoutEffect } from 'preact/hooks'
import { useInbox } from '../inbox-context.ts'

/** Ctrl or ⌘ with J, wherever the focus is while nothing lies over the page. */
export function useAnswerKey(isFinding: Signal<boolean>, isAllowed: boolean): void {
  const { desk } = useInbox()
  useLayoutEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'j' || !(event.ctrlKey || event.metaKey) || event.shiftKey || event.altKey) return
      if (!isAllowed || desk.view.layer.peek() !== undefined) return
      event.preventDefault()
      isFinding.value = !isFinding.peek()
    }
    addEventListener('keydown', press)
    return () => removeEventListener('keydown', press)
  }, [desk, isFinding, isAllowed])
}
