import type { Http } from '@deskbell/client/http'
import type { EntryId, EntryVersion, EntryVersionsReply, Locale, Translation } from '@deskbell/protocol'
import { createModel, effect, signal } from '@preact/signals'

interface Given {
  id: EntryId
  original: Locale
  locale: Locale
}

/** The original as it was when an entry's words in another language were written, and as it is. */
export const OriginalSinceModel = createModel((http: Http, { id, original, locale }: Given) => {
  const since = signal<Record<'before' | 'after', Translation | undefined> | undefined>(undefined)

  async function versionsIn(of: Locale): Promise<readonly EntryVersion[]> {
    const answer = await http.get<EntryVersionsReply>(`/api/entries/${encodeURIComponent(id)}/versions`, { locale: of })
    // Without an answer there is no help to show; the words can be written all the same.
    return answer.ok ? answer.value.versions : []
  }

  effect(() => {
    void Promise.all([versionsIn(original), versionsIn(locale)]).then(([ofOriginal, own]) => {
      const writtenIn = own[0]?.changeId ?? 0
      const before = ofOriginal.find(({ changeId }) => changeId <= writtenIn) ?? ofOriginal.at(-1)
      since.value = { before: before?.words, after: ofOriginal[0]?.words }
    })
  })

  return { since }
})
