import type { OperatorConversation } from '@deskbell/protocol'

/** What can be chosen for a conversation: the owner's labels, and those it has from before. */
export function labelsFor({ labels = [] }: OperatorConversation, owners: readonly string[]): string[] {
  return [...new Set([...owners, ...labels])]
}
