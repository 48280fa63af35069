import type { ConversationId, Reading } from '@deskbell/protocol'
import type { OperatorNamespace } from '../publish.ts'
import type { Speaking } from './speaking.ts'

type Around = Pick<Speaking, 'socket' | 'operators'>

/** What the operator's page shows from now on; told to the team where it is another than before. */
export function setReading({ socket, operators }: Around, next: ConversationId | undefined): void {
  const { reads: before, ...data } = socket.data
  if (next === before) return
  socket.data = { ...data, ...(next !== undefined && { reads: next }) }
  tell(operators, before)
  tell(operators, next)
}

/** The page is gone. */
export function stopReading({ socket, operators }: Around): void {
  tell(operators, socket.data.reads)
}

/** Everything that is read now. */
export function readingOf(operators: OperatorNamespace): Reading[] {
  const ids = [...operators.sockets.values()].flatMap(({ data }) => data.reads ?? [])
  return [...new Set(ids)].map((id) => readersOf(operators, id))
}

function tell(operators: OperatorNamespace, id: ConversationId | undefined): void {
  if (id !== undefined) operators.emit('reading:changed', readersOf(operators, id))
}

function readersOf(operators: OperatorNamespace, conversationId: ConversationId): Reading {
  const there = [...operators.sockets.values()].filter(({ data }) => data.reads === conversationId)
  return { conversationId, readers: [...new Set(there.map(({ data }) => data.operatorId))] }
}
