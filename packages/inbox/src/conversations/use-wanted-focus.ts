import type { ConversationId } from '@deskbell/protocol'
import { effect } from '@preact/signals'
import type { RefObject } from 'preact'
import { useLayoutEffect } from 'preact/hooks'
import { useInbox } from '../inbox-context.ts'
import { conversationIn } from '../router.ts'

/**
 * Gives the field the focus where somebody wants to write in this conversation: with its drawing, so that no key pressed once
 * it is seen goes elsewhere, and not while another conversation is about to take its place.
 */
export function useWantedFocus(field: RefObject<HTMLElement | null>, id: ConversationId): void {
  const { desk, router } = useInbox()
  const { isFocusWanted } = desk.view
  useLayoutEffect(
    () =>
      effect(() => {
        if (!isFocusWanted.value || conversationIn(router.place.peek()) !== id) return
        isFocusWanted.value = false
        field.current?.focus()
      }),
    [field, id, isFocusWanted, router],
  )
}
