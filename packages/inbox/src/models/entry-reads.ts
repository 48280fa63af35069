import type { Http } from '@deskbell/client/http'
import type { EntryId, ReadsReply } from '@deskbell/protocol'
import { createModel, signal } from '@preact/signals'

/** How often visitors opened each entry, in all languages together; none where the relay has not said. */
export const EntryReadsModel = createModel((http: Http) => {
  const counts = signal<ReadonlyMap<EntryId, number>>(new Map())

  async function load(): Promise<void> {
    const answer = await http.get<ReadsReply>('/api/reads')
    if (!answer.ok) return
    const sums = new Map<EntryId, number>()
    for (const { entryId, count } of answer.value.reads) sums.set(entryId, (sums.get(entryId) ?? 0) + count)
    counts.value = sums
  }

  return { counts, load }
})
