import type { Http } from '@deskbell/client/http'
import type { ImportReply } from '@deskbell/protocol'
import { createModel, signal } from '@preact/signals'
import { refusalWording, type Wording } from './wording.ts'

/** How a new desk gets its first entries. `done` is called when the relay has them. */
export const FirstAnswersModel = createModel((http: Http, done: () => void) => {
  const isBusy = signal(false)
  const trouble = signal<Wording | undefined>(undefined)

  async function takeSample(): Promise<void> {
    if (isBusy.peek()) return
    isBusy.value = true
    const answer = await http.send<ImportReply>('POST', '/api/entries/sample')
    isBusy.value = false
    trouble.value = answer.ok ? undefined : refusalWording(answer)
    if (answer.ok) done()
  }

  return { isBusy, trouble, takeSample }
})
