import type { Person, VisitorItem } from '@deskbell/protocol'

/** The operators of a conversation, each once, in the order they came. */
export function namesIn(items: readonly VisitorItem[]): readonly string[] {
  return [...new Set(speakersIn(items).map(({ name }) => name))]
}

/** Whoever wrote or came, each time they did. */
export function speakersIn(items: readonly VisitorItem[]): readonly Person[] {
  return items.flatMap((item) => {
    if (item.kind === 'message') return item.by ? [item.by] : []
    return item.kind === 'assigned' || item.kind === 'transferred' ? [item.to] : []
  })
}
