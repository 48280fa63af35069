import type { ConversationId } from '@deskbell/protocol'

/** For `download`. */
export const exportName = 'deskbell-visitor.json'

/** All that is kept of the visitor of this conversation. */
export function exportAddress(id: ConversationId): string {
  return `../api/visitors/${id}`
}

/** Stores it where this browser stores what is downloaded. */
export function exportVisitor(id: ConversationId): void {
  const link = document.createElement('a')
  link.href = exportAddress(id)
  link.download = exportName
  link.click()
}
