import { useLayoutEffect, useRef } from 'preact/hooks'
import type { OpenConversation } from '../models/open-conversation.ts'

interface Given {
  thread: { current: HTMLDivElement | null }
  open: OpenConversation
  sought: number | undefined
  /** The reader is elsewhere than before. */
  settle(thread: HTMLElement): void
}

/** Brings the message somebody came for into sight, once; where it is not among those shown, they are asked for. */
export function useSought({ thread, open, sought, settle }: Given): void {
  const { look, shown, before } = open
  const asked = useRef<number | undefined>(undefined)
  const seen = useRef<number | undefined>(undefined)
  const isOpen = before.value !== undefined

  useLayoutEffect(() => {
    const { current } = thread
    if (sought === undefined) asked.current = seen.current = undefined
    if (!current || !isOpen || sought === undefined || seen.current === sought) return
    if (shown.value.some(({ seq }) => seq === sought)) {
      seen.current = sought
      toMiddle(current, current.querySelector('[aria-current="location"]'))
      settle(current)
    } else if (asked.current !== sought) {
      asked.current = sought
      void look.jump(sought)
    }
  }, [sought, isOpen, shown.value])
}

/** What is higher than the thread begins at its top. */
function toMiddle(thread: HTMLElement, message: Element | null): void {
  if (!message) return
  const { top, height } = message.getBoundingClientRect()
  const room = Math.max(0, thread.clientHeight - height) / 2
  thread.scrollTop += top - thread.getBoundingClientRect().top - room
}
