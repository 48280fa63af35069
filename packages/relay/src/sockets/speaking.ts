import type { Context } from '../context.ts'
import type { OperatorNamespace, VisitorNamespace } from '../publish.ts'
import type { Handler } from './dispatch.ts'

export type OperatorSocket = Parameters<Parameters<OperatorNamespace['on']>[1]>[0]
export type Handlers = readonly (readonly [string, Handler])[]

/** An operator's socket and all it may reach. */
export interface Speaking {
  socket: OperatorSocket
  visitors: VisitorNamespace
  operators: OperatorNamespace
  context: Context
}
