import type { VisitorItem } from '@deskbell/protocol'

/** The operators of a conversation, each once, in the order they came. */
export function namesIn(items: readonly VisitorItem[]): readonly string[] {
  const people = items.flatMap((item) => {
    if (item.kind === 'message') return item.by ? [item.by] : []
    return item.kind === 'assigned' || item.kind === 'transferred' ? [item.to] : []
  })
  return [...new Set(people.map(({ name }) => name))]
}
