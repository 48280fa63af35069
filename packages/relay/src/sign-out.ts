import type { OperatorId } from '@deskbell/protocol'
import type { OperatorNamespace } from './publish.ts'
import type { SessionStore } from './store/session-store.ts'

/** Ends sessions; what was connected with one of them is cut off at once. */
export interface SignOut {
  /** Gives whose session it was. */
  session(token: string): OperatorId | undefined
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
    everywhere(operatorId, except) {
      sessions.endOf(operatorId, except)
      for (const socket of operators.sockets.values()) {
        const { data } = socket
        if (data.operatorId === operatorId && data.sessionToken !== except) socket.disconnect(true)
      }
    },
  }
}
