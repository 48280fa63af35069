import type { Http } from '@deskbell/client/http'
import type { CannedReplies, CannedReply, Locale } from '@deskbell/protocol'
import { computed, createModel, signal } from '@preact/signals'
import Fuse from 'fuse.js'
import { textFor } from './canned-text.ts'
import { refusalWording, type Wording } from './wording.ts'

export interface CannedOption {
  id: string
  name: string
  text: string
  locale: Locale
}

interface Given {
  http: Http
  /** The visitor's. */
  locale: Locale
  /** What the site is in. */
  site: Locale | undefined
}

/** Finds canned replies by some letters of their names or words, in the visitor's language. */
export const CannedFinderModel = createModel(({ http, locale, site }: Given) => {
  const state = signal<'loading' | 'failed' | 'ready'>('loading')
  const trouble = signal<Wording | undefined>(undefined)
  const words = signal('')
  const all = signal<readonly CannedOption[]>([])
  const chosen = signal(0)
  const isNear = signal(false)
  const index = computed(
    () => new Fuse(all.value, { keys: [{ name: 'name', weight: 2 }, 'text'], ignoreLocation: true, threshold: 0.35 }),
  )
  const found = computed(() => {
    const sought = words.value.trim()
    return sought === '' ? all.value : index.value.search(sought).map(({ item }) => item)
  })

  async function load(): Promise<void> {
    state.value = 'loading'
    const answer = await http.get<CannedReplies>('/api/canned-replies')
    state.value = answer.ok ? 'ready' : 'failed'
    trouble.value = answer.ok ? undefined : refusalWording(answer)
    if (answer.ok) all.value = inOrder(answer.value.replies).map((reply) => optionOf(reply, locale, site))
  }

  function type(text: string): void {
    words.value = text
    chosen.value = 0
  }

  return { state, trouble, words, found, chosen, isNear, load, type }
})

export type CannedFinder = InstanceType<typeof CannedFinderModel>

function optionOf(reply: CannedReply, locale: Locale, site: Locale | undefined): CannedOption {
  return { id: reply.id, name: reply.name, ...textFor(reply, locale, site) }
}

/** By name, as people look for them. */
export function inOrder(replies: readonly CannedReply[]): CannedReply[] {
  return replies.toSorted((one, other) => one.name.localeCompare(other.name))
}
