import type { Http } from '@deskbell/client/http'
import type { Operator, OperatorId } from '@deskbell/protocol'
import { createModel, signal } from '@preact/signals'
import { refusalWording, type Wording } from './wording.ts'

/** How many conversations an operator has at once, as the owner sets it; the relay tells everybody of the change. */
export const CapacityModel = createModel((http: Http) => {
  const trouble = signal<Wording | undefined>(undefined)

  async function set(operatorId: OperatorId, capacity: number): Promise<void> {
    trouble.value = undefined
    const answer = await http.send<Operator>('PUT', `/api/operators/${operatorId}`, { capacity })
    if (!answer.ok) trouble.value = refusalWording(answer)
  }

  return { trouble, set }
})
