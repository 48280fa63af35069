import type { Http } from '@deskbell/client/http'
import type { ConversationId, ErasedReply } from '@deskbell/protocol'
import { createModel, signal } from '@preact/signals'
import { refusalWording, type Wording } from './wording.ts'

/** Erasing everything about the visitor of a conversation: asked once, done once. */
export const ErasureModel = createModel((http: Http) => {
  const isBusy = signal(false)
  const trouble = signal<Wording | undefined>(undefined)

  /** Undefined: it was not done. */
  async function erase(id: ConversationId): Promise<ErasedReply | undefined> {
    if (isBusy.peek()) return undefined
    isBusy.value = true
    const answer = await http.send<ErasedReply>('DELETE', `/api/visitors/${id}`)
    isBusy.value = false
    if (answer.ok) return answer.value
    trouble.value = refusalWording(answer)
    return undefined
  }

  return { isBusy, trouble, erase }
})
