import type { Http } from '@deskbell/client/http'
import type { Dismissal, SearchesReply, SearchGroup } from '@deskbell/protocol'
import { computed, createModel, signal } from '@preact/signals'
import type { Leaving } from './leaving.ts'
import { refusalWording, type Wording } from './wording.ts'

/** The days looked back on. */
export const searchedDays = 30

/** What visitors searched in vain: what found nothing, and what led to an entry that did not help. */
export const SearchGroupsModel = createModel((http: Http, leaving: Leaving) => {
  const state = signal<'loading' | 'failed' | 'ready'>('loading')
  const trouble = signal<Wording | undefined>(undefined)
  const all = signal<readonly SearchGroup[]>([])
  const groups = computed(() => all.value.filter((group) => !leaving.gone.value.has(keyOf(group))))

  async function load(): Promise<void> {
    const answer = await http.get<SearchesReply>('/api/searches', { days: String(searchedDays) })
    trouble.value = answer.ok ? undefined : refusalWording(answer)
    if (answer.ok) all.value = answer.value.groups
    // What was there before stays on screen.
    if (answer.ok || state.peek() === 'loading') state.value = answer.ok ? 'ready' : 'failed'
  }

  function dismiss(group: SearchGroup, text: Wording): void {
    leaving.remove({ key: keyOf(group), text, act: () => answered(dismissalOf(group)) })
  }

  /** These words have their answer now: they leave the list. Gives what the relay refuses. */
  async function answered(dismissal: Dismissal): Promise<Wording | undefined> {
    const answer = await http.send<null>('POST', '/api/searches/dismiss', dismissal)
    if (!answer.ok) return refusalWording(answer)
    const { locale, queries, entryId } = dismissal
    const isAnswered = (group: SearchGroup) =>
      group.locale === locale && queries.includes(group.query) && (entryId === undefined || group.entryId === entryId)
    all.value = all.peek().filter((group) => !isAnswered(group))
    return undefined
  }

  return { state, trouble, groups, load, dismiss, answered }
})

/** What makes a group leave: every form of it, and the entry it led to. */
export function dismissalOf({ locale, query, alike, entryId }: SearchGroup): Dismissal {
  return { locale, queries: [query, ...alike], ...(entryId !== undefined && { entryId }) }
}

/** Names one group in a list. */
export function keyOf({ kind, locale, query, entryId = '' }: SearchGroup): string {
  return `search:${kind}:${locale}:${entryId}:${query}`
}
