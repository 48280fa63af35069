import type { Http } from '@deskbell/client/http'
import type { FoundConversation, FoundConversations, OperatorId } from '@deskbell/protocol'
import { computed, createModel, effect, signal } from '@preact/signals'
import { refusalWording, type Wording } from './wording.ts'

/** How long the typing rests before the relay is asked, in ms. */
const rest = 200

/** Whose conversations, and with which label; absent or empty: whatever it is. */
interface Which {
  operator?: OperatorId
  label?: string
}

/** The conversations there were: found by words, or all that ended, the newest first. */
export const ArchiveModel = createModel((http: Http) => {
  const words = signal('')
  const which = signal<Which>({})
  /** All that ended are wanted, whatever was said in them. */
  const isAllWanted = signal(false)
  const isOpen = computed(() => isAllWanted.value || words.value.trim() !== '')
  const { ask, forget, ...pages } = createPages(http)
  let timer: ReturnType<typeof setTimeout> | undefined

  effect(() => stop)

  function stop(): void {
    clearTimeout(timer)
    forget()
  }

  function type(text: string): void {
    // What was listed without words is not what was found by them.
    if (words.peek().trim() === '') pages.found.value = []
    words.value = text
    stop()
    if (!isOpen.peek()) return
    pages.state.value = 'loading'
    timer = setTimeout(() => void look(), rest)
  }

  function choose(part: Which): void {
    which.value = { ...which.peek(), ...part }
    void look()
  }

  function showAll(): void {
    isAllWanted.value = true
    void look()
  }

  function close(): void {
    isAllWanted.value = false
    which.value = {}
    pages.found.value = []
    type('')
  }

  function look(place?: string): Promise<void> {
    const chosen = Object.entries({ ...which.peek(), next: place }).filter(([, value]) => value)
    return ask({ q: words.peek().trim(), ...Object.fromEntries(chosen) })
  }

  /** The next page, below what is there. */
  function more(): void {
    if (pages.state.peek() !== 'loading') void look(pages.next.peek())
  }

  const again = () => void look(pages.found.peek().length > 0 ? pages.next.peek() : undefined)
  return { words, which, isOpen, ...pages, type, choose, showAll, close, more, again }
})

/** Pages of what was found, the newest question's alone. */
function createPages(http: Http) {
  const state = signal<'loading' | 'failed' | 'ready'>('loading')
  const trouble = signal<Wording | undefined>(undefined)
  const found = signal<readonly FoundConversation[]>([])
  const next = signal<string | undefined>(undefined)
  const isReading = signal(false)
  let asking = new AbortController()

  /** With `next`, the page goes below those that are there. */
  async function ask(query: Record<string, string>): Promise<void> {
    forget()
    state.value = 'loading'
    const { signal: isOutdated } = asking
    const answer = await http.get<FoundConversations>('/api/conversations', query, isOutdated)
    if (isOutdated.aborted) return
    state.value = answer.ok ? 'ready' : 'failed'
    trouble.value = answer.ok ? undefined : refusalWording(answer)
    if (!answer.ok) return
    found.value = query.next ? withMore(found.peek(), answer.value.found) : answer.value.found
    next.value = answer.value.next
    isReading.value = answer.value.isReading
  }

  function forget(): void {
    asking.abort()
    asking = new AbortController()
  }

  return { state, trouble, found, next, isReading, ask, forget }
}

/** A conversation of which something older is found, too, keeps its place. */
function withMore(before: readonly FoundConversation[], page: readonly FoundConversation[]): FoundConversation[] {
  const known = new Set(before.map(({ conversation }) => conversation.id))
  return [...before, ...page.filter(({ conversation }) => !known.has(conversation.id))]
}
