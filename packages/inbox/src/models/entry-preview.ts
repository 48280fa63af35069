import type { Http } from '@deskbell/client/http'
import type { PreviewReply, RichText } from '@deskbell/protocol'
import { createModel, effect, type ReadonlySignal, signal } from '@preact/signals'
import { refusalWording, type Wording } from './wording.ts'

/** How long the writing rests before the relay is asked, in ms. */
const rest = 250

/** The answer as visitors will see it, parsed by the relay; the last one stands until the next is there. */
export const EntryPreviewModel = createModel((http: Http, markdown: ReadonlySignal<string>) => {
  const tree = signal<RichText>([])
  const trouble = signal<Wording | undefined>(undefined)
  let newest = ''

  async function ask(text: string): Promise<void> {
    newest = text
    const answer = await http.send<PreviewReply>('POST', '/api/entries/preview', { markdown: text })
    // What was written meanwhile has been asked for already.
    if (newest !== text) return
    trouble.value = answer.ok ? undefined : refusalWording(answer)
    if (answer.ok) tree.value = answer.value.tree
  }

  effect(() => {
    const text = markdown.value
    if (text.trim() === '') {
      newest = text
      tree.value = []
      trouble.value = undefined
      return undefined
    }
    const timer = setTimeout(() => void ask(text), rest)
    return () => clearTimeout(timer)
  })

  return { tree, trouble }
})
