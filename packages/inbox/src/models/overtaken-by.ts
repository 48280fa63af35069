import type { Http } from '@deskbell/client/http'
import type { EntryChange, EntryChangesReply } from '@deskbell/protocol'
import { effect, type ReadonlySignal, signal } from '@preact/signals'
import type { EntryWork } from './entry-work.ts'

type By = Pick<EntryChange, 'at' | 'operatorId'>

/** Who has saved an entry last, and when, once that was somebody else while it is written here; unknown where it is long ago. */
export function createOvertakenBy(http: Http, { stored, isOvertaken }: EntryWork): ReadonlySignal<By | undefined> {
  const by = signal<By | undefined>(undefined)

  async function ask(id: string): Promise<void> {
    const answer = await http.get<EntryChangesReply>('/api/entry-changes')
    by.value = answer.ok ? answer.value.changes.find(({ entryId }) => entryId === id) : undefined
  }

  effect(() => {
    if (isOvertaken.value && stored.value) void ask(stored.value.id)
    else by.value = undefined
  })
  return by
}
