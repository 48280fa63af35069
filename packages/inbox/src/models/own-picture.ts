import type { Http } from '@deskbell/client/http'
import type { Operator } from '@deskbell/protocol'
import { createModel, type ReadonlySignal, signal } from '@preact/signals'
import { type Square, squareOf } from './square.ts'
import { refusalWording, type Wording, wording } from './wording.ts'

interface Given {
  http: Http
  /** As the relay tells it now. */
  operator: ReadonlySignal<Operator>
}

/** The picture that visitors see of an operator: one is chosen, looked at, and then used; or there is none any more. */
export const OwnPictureModel = createModel(({ http, operator }: Given) => {
  const chosen = signal<Square | undefined>(undefined)
  const trouble = signal<Wording | undefined>(undefined)
  const state = signal<'looking' | 'saving' | 'saved'>('looking')

  async function choose([file]: Iterable<File>): Promise<void> {
    const square = file && (await squareOf(file))
    // The one before may have been used while this was read.
    if (!file || state.peek() === 'saving') return
    state.value = 'looking'
    trouble.value = square ? undefined : wording('shown.pictureFault')
    if (square) chosen.value = square
  }

  async function save(method: 'PUT' | 'DELETE', bytes?: Blob): Promise<void> {
    if (state.peek() === 'saving') return
    state.value = 'saving'
    trouble.value = undefined
    const answer = await http.send<Operator>(method, `/api/operators/${operator.peek().id}/picture`, bytes)
    state.value = answer.ok ? 'saved' : 'looking'
    if (answer.ok) chosen.value = undefined
    else trouble.value = refusalWording(answer)
  }

  function forget(): void {
    chosen.value = undefined
    trouble.value = undefined
  }

  return {
    ...{ chosen, trouble, state, choose, forget },
    use: () => save('PUT', chosen.peek()?.bytes),
    remove: () => save('DELETE'),
  }
})
