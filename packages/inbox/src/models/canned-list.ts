import type { Http } from '@deskbell/client/http'
import { languageOf } from '@deskbell/faq'
import { type CannedReplies, type CannedReply, type Locale, limits } from '@deskbell/protocol'
import { computed, createModel, signal } from '@preact/signals'
import { inOrder } from './canned-finder.ts'
import type { Leaving } from './leaving.ts'
import { newId } from './new-id.ts'
import { refusalWording, type Wording, wording } from './wording.ts'

/** The canned replies of the site, and the one that is being written. */
export const CannedListModel = createModel((http: Http, leaving: Leaving) => {
  const state = signal<'loading' | 'failed' | 'ready'>('loading')
  const trouble = signal<Wording | undefined>(undefined)
  const all = signal<readonly CannedReply[]>([])
  const replies = computed(() => inOrder(all.value.filter(({ id }) => !leaving.gone.value.has(id))))
  const draft = signal<CannedReply | undefined>(undefined)
  const isAsked = signal(false)
  const isSaving = signal(false)
  const faults = computed(() => (draft.value && isAsked.value ? faultsOf(draft.value) : {}))

  async function load(): Promise<void> {
    const answer = await http.get<CannedReplies>('/api/canned-replies')
    state.value = answer.ok ? 'ready' : 'failed'
    trouble.value = answer.ok ? undefined : refusalWording(answer)
    if (answer.ok) all.value = answer.value.replies
  }

  /** An empty one in this language, or one that is there. */
  function begin(of: CannedReply | Locale): void {
    draft.value = typeof of === 'string' ? { id: newId(), name: '', texts: { [of]: '' } } : of
    isAsked.value = false
    trouble.value = undefined
  }

  function change(changes: Partial<Pick<CannedReply, 'name' | 'texts'>>): void {
    const { value } = draft
    if (value) draft.value = { ...value, ...changes }
  }

  function discard(): void {
    draft.value = undefined
  }

  async function save(): Promise<void> {
    isAsked.value = true
    const { value } = draft
    if (!value || isSaving.peek() || Object.keys(faultsOf(value)).length > 0) return
    const { id, name } = value
    const texts = Object.fromEntries(Object.entries(value.texts).filter(([, text]) => text.trim() !== ''))
    isSaving.value = true
    const answer = await http.send<null>('PUT', `/api/canned-replies/${id}`, { name, texts })
    isSaving.value = false
    trouble.value = answer.ok ? undefined : refusalWording(answer)
    if (!answer.ok) return
    all.value = [...all.peek().filter((other) => other.id !== id), { id, name: name.trim(), texts }]
    draft.value = undefined
  }

  function remove({ id, name }: CannedReply): void {
    draft.value = undefined
    const act = async () => {
      const answer = await http.send<null>('DELETE', `/api/canned-replies/${id}`)
      if (answer.ok) all.value = all.peek().filter((other) => other.id !== id)
      return answer.ok ? undefined : refusalWording(answer)
    }
    leaving.remove({ key: id, text: wording('canned.removed', { name }), act })
  }

  return { state, trouble, replies, draft, faults, isSaving, load, begin, change, discard, save, remove }
})

export type CannedList = InstanceType<typeof CannedListModel>

/** Those of some languages that a reply has no text in; one of another region will do. */
export function missingIn({ texts }: CannedReply, locales: readonly Locale[]): Locale[] {
  const there = new Set(Object.keys(texts).map(languageOf))
  return locales.filter((locale) => !there.has(languageOf(locale)))
}

/** What is wrong, by `name` or by language. */
function faultsOf({ name, texts }: CannedReply): Record<string, Wording> {
  const written = Object.values(texts).filter((text) => text.trim() !== '')
  const [first = 'en'] = Object.keys(texts)
  const long = Object.entries(texts).flatMap(([locale, text]) => {
    const over = text.trim().length - limits.messageLength
    return over > 0 ? [[locale, wording('canned.textTooLong', { count: over })] as const] : []
  })
  return {
    ...(name.trim() === '' && { name: wording('canned.noName') }),
    ...(written.length === 0 && { [first]: wording('canned.noText') }),
    ...Object.fromEntries(long),
  }
}
