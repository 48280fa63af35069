import type { Http } from '@deskbell/client/http'
import type { EntryChange, EntryChangesReply, UndoReply } from '@deskbell/protocol'
import { createModel, signal } from '@preact/signals'
import type { NoticeLine } from './notice.ts'
import { refusalWording, type Wording, wording } from './wording.ts'

interface Given {
  http: Http
  notice: NoticeLine
  /** Called when entries have become others. */
  undone: () => void
}

/** What was done to the entries, newest first, each to be taken back. */
export const EntryChangesModel = createModel(({ http, notice, undone }: Given) => {
  const state = signal<'loading' | 'failed' | 'ready'>('loading')
  const trouble = signal<Wording | undefined>(undefined)
  const changes = signal<readonly EntryChange[]>([])
  const hasMore = signal(false)
  const isBusy = signal(false)

  async function read(known: readonly EntryChange[]): Promise<void> {
    const before = known.at(-1)?.id
    const answer = await http.get<EntryChangesReply>('/api/entry-changes', before ? { before: String(before) } : {})
    trouble.value = answer.ok ? undefined : refusalWording(answer)
    if (answer.ok) {
      changes.value = [...known, ...answer.value.changes]
      hasMore.value = answer.value.hasMore
    }
    if (answer.ok || state.peek() === 'loading') state.value = answer.ok ? 'ready' : 'failed'
  }

  const load = () => read([])
  const more = () => read(changes.peek())

  async function undo(id: number): Promise<void> {
    if (isBusy.peek()) return
    isBusy.value = true
    const answer = await undoChange(http, id)
    notice.show(answer.ok ? { text: undoneWording(answer.value) } : { text: refusalWording(answer), isRefusal: true })
    if (answer.ok) {
      undone()
      await load()
    }
    isBusy.value = false
  }

  return { state, trouble, changes, hasMore, isBusy, load, more, undo }
})

export type EntryChanges = InstanceType<typeof EntryChangesModel>

export function undoChange(http: Http, id: number) {
  return http.send<UndoReply>('POST', `/api/entry-changes/${id}/undo`)
}

/** What came of it, and how much stayed because it was changed since. */
export function undoneWording({ undone, kept }: UndoReply): Wording {
  return kept > 0 ? wording('changes.outcomeKept', { count: kept }) : wording('changes.outcome', { count: undone })
}
