import type { Http } from '@deskbell/client/http'
import type { FoundConversation, FoundConversations, OperatorId } from '@deskbell/protocol'
import { computed, createModel, effect, signal } from '@preact/signals'
import { refusalWording, type Wording, wording } from './wording.ts'

/** How long the typing rests before the relay is asked, in ms. */
const rest = 200
/** How many pages that bring nothing are asked for in a row: each is as far as the relay looks at once, and not the end. */
const mostInRow = 25

/** Whose conversations, with which label, and asked on which days (`2026-11-20`); absent or empty: whatever it is. */
interface Which {
  operator?: OperatorId
  label?: string
  from?: string
  to?: string
}

/** The conversations there were and are: found by words, or all, the newest first. */
export const ArchiveModel = createModel((http: Http) => {
  const words = signal('')
  const which = signal<Which>({})
  /** Days that no conversation can be of. */
  const fault = computed(() => faultOf(which.value))
  /** All are wanted, whatever was said in them. */
  const isAllWanted = signal(false)
  const isOpen = computed(() => isAllWanted.value || words.value.trim() !== '')
  const { ask, forget, clear, ...pages } = createPages(http)
  let timer: ReturnType<typeof setTimeout> | undefined

  effect(() => stop)

  function stop(): void {
    clearTimeout(timer)
    forget()
  }

  function type(text: string): void {
    // What was listed without words is not what was found by them.
    if (words.peek().trim() === '') clear()
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
    clear()
    type('')
  }

  function look(place?: string): Promise<void> | undefined {
    if (fault.peek()) return pages.empty()
    return ask({ q: words.peek().trim(), ...queryOf(which.peek()), ...(place && { next: place }) })
  }

  /** The next page, below what is there. */
  function more(): void {
    if (pages.state.peek() !== 'loading') void look(pages.next.peek())
  }

  return { words, which, fault, isOpen, ...pages, type, choose, showAll, close, more }
})

function faultOf({ from, to }: Which): Wording | undefined {
  return from && to && from > to ? wording('archive.daysTurned') : undefined
}

/** As the relay takes it. */
function queryOf({ from, to, ...others }: Which): Record<string, string> {
  const days = { from: from && String(startOf(from)), to: to && String(startOf(to, 1) - 1) }
  return Object.fromEntries(
    Object.entries({ ...others, ...days }).flatMap(([key, value]) => (value ? [[key, value]] : [])),
  )
}

/** When a day begins where the operator is, or the day some days later; in ms since 1970. A year half typed is long ago. */
function startOf(day: string, later = 0): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  return Math.max(1, new Date(year, month - 1, date + later).getTime())
}

/** Pages of what was found, the newest question's alone. */
function createPages(http: Http) {
  const state = signal<'loading' | 'failed' | 'ready'>('loading')
  const trouble = signal<Wording | undefined>(undefined)
  const found = signal<readonly FoundConversation[]>([])
  const next = signal<string | undefined>(undefined)
  const isReading = signal(false)
  let asking = new AbortController()
  let asked: Record<string, string> = {}

  /** With `next`, the page goes below those that are there. Where it brings nothing, the one after it is asked for. */
  async function ask(query: Record<string, string>, inRow = 1): Promise<void> {
    forget()
    asked = query
    state.value = 'loading'
    const { signal: isOutdated } = asking
    const answer = await http.get<FoundConversations>('/api/conversations', query, isOutdated)
    if (isOutdated.aborted) return
    if (!query.next) next.value = undefined
    trouble.value = answer.ok ? undefined : refusalWording(answer)
    if (!answer.ok) {
      state.value = 'failed'
      return
    }
    const before = query.next ? found.peek() : []
    found.value = withMore(before, answer.value.found)
    isReading.value = answer.value.isReading
    const { next: place } = answer.value
    if (place && found.value.length === before.length && inRow < mostInRow)
      return ask({ ...query, next: place }, inRow + 1)
    next.value = place
    state.value = 'ready'
  }

  const again = () => void ask(asked)

  function forget(): void {
    asking.abort()
    asking = new AbortController()
  }

  /** Nothing can be found. */
  function empty(): undefined {
    forget()
    clear()
    state.value = 'ready'
  }

  function clear(): void {
    found.value = []
    next.value = undefined
  }

  return { state, trouble, found, next, isReading, ask, again, forget, clear, empty }
}

/** A conversation of which something older is found, too, keeps its place. */
function withMore(before: readonly FoundConversation[], page: readonly FoundConversation[]): FoundConversation[] {
  const known = new Set(before.map(({ conversation }) => conversation.id))
  return [...before, ...page.filter(({ conversation }) => !known.has(conversation.id))]
}
