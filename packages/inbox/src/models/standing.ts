import type { OperatorConversation, OperatorId } from '@deskbell/protocol'

/** How a conversation stands to the operator who looks at it. `guest`: they answer beside the colleague whose it is. */
export type Standing = 'waiting' | 'mine' | 'guest' | 'colleague' | 'question' | 'closed'

export function standingOf({ status, operatorId, guests }: OperatorConversation, selfId: OperatorId): Standing {
  if (status === 'assigned') return operatorId === selfId ? 'mine' : guests?.includes(selfId) ? 'guest' : 'colleague'
  return status === 'pending' ? 'question' : status
}

/** Whether the visitor can be answered from here. */
export function canReply(standing: Standing): boolean {
  return standing === 'mine' || standing === 'guest' || standing === 'question'
}

export function canPutOff(standing: Standing): boolean {
  return standing === 'mine' || standing === 'question'
}

/** Whether a note can be added: everywhere but where it is over. */
export function canNote(standing: Standing): boolean {
  return standing !== 'closed'
}

export function canClose(standing: Standing): boolean {
  return standing !== 'closed' && standing !== 'colleague' && standing !== 'guest'
}
