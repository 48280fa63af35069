import type { Http } from '@deskbell/client/http'
import type { Entry, EntryVersion, EntryVersionsReply, Locale } from '@deskbell/protocol'
import { createModel, effect, type ReadonlySignal, signal } from '@preact/signals'
import { refusalWording, type Wording } from './wording.ts'

/** The earlier words of an entry in one language, newest first; read again when it is saved. */
export const EntryVersionsModel = createModel(
  (http: Http, stored: ReadonlySignal<Entry | undefined>, locale: Locale) => {
    const versions = signal<readonly EntryVersion[] | undefined>(undefined)
    const trouble = signal<Wording | undefined>(undefined)

    async function load(): Promise<void> {
      const id = stored.peek()?.id
      if (id === undefined) return
      const answer = await http.get<EntryVersionsReply>(`/api/entries/${encodeURIComponent(id)}/versions`, { locale })
      trouble.value = answer.ok ? undefined : refusalWording(answer)
      if (answer.ok) versions.value = answer.value.versions
    }

    effect(() => {
      if (stored.value) void load()
    })

    return { versions, trouble, load }
  },
)
