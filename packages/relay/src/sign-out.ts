import type { OperatorId } from '@deskbell/protocol'
import type { OperatorNamespace } from './publish.ts'
import { type SessionStore, sessionIdOf } from './store/session-store.ts'

/** Knows what is connected with sessions, and ends them; what was connected with one of them is cut off at once. */
export interface SignOut {
  /** Gives whose session it was. */
  session(token: string): OperatorId | undefined
  /** The ids of an operator's sessions that something is connected with. */
  open(operatorId: OperatorId): ReadonlySet<string>
  /** The operator's own with this id. */
  one(operatorId: OperatorId, id: string): void
  /** All of an operator's, but the one with this token. */
  everywhere(operatorId: OperatorId, except?: string): void
}

export function createSignOut(sessions: SessionStore, operators: OperatorNamespace): SignOut {
  return {
    session(token) {
      const operatorId = sessions.operatorOf(token, Date.now())
      sessions.end(token)
      for (const socket of operators.sockets.values()) if (socket.data.sessionToken === token) socket.disconnect(true)
      return operatorId
    },
    open(operatorId) {
      const theirs = [...operators.sockets.values()].filter(({ data }) => data.operatorId === operatorId)
      return new Set(theirs.map(({ data }) => sessionIdOf(data.sessionToken)))
    },
    one(operatorId, id) {
      sessions.endOne(operatorId, id)
      for (const socket of operators.sockets.values()) {
        const { data } = socket
        if (data.operatorId === operatorId && sessionIdOf(data.sessionToken) === id) socket.disconnect(true)
      }
    },
    everywhere(operatorId, except) {
      sessions.endOf(operatorId, except)
      for (const socket of operators.sockets.values()) {
        const { data } = socket
        if (data.operatorId === operatorId && data.sessionToken !== except) socket.disconnect(true)
      }
    },
  }
}
