import type { OperatorConversation, OperatorId } from '@deskbell/protocol'

/** How a conversation stands to the operator who looks at it. */
export type Standing = 'waiting' | 'mine' | 'colleague' | 'question' | 'closed'

export function standingOf({ status, operatorId }: OperatorConversation, selfId: OperatorId): Standing {
  if (status === 'assigned') return operatorId === selfId ? 'mine' : 'colleague'
  return status === 'pending' ? 'question' : status
}

/** Whether the visitor can be answered from here. */
export function canReply(standing: Standing): boolean {
  return standing === 'mine' || standing === 'question'
}

/** Whether a note can be added: everywhere but where it is over. */
export function canNote(standing: Standing): boolean {
  return standing !== 'closed'
}

export function canClose(standing: Standing): boolean {
  return standing !== 'closed' && standing !== 'colleague'
}
