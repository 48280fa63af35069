import type { Answer } from '@deskbell/client/http'
import type { ItemPage } from '@deskbell/protocol'
import { batch, computed, type ReadonlySignal, signal } from '@preact/signals'

type Way = 'earlier' | 'later'

interface Given<T> {
  /** The newest page and all that came since, in order. */
  newest: ReadonlySignal<readonly T[]>
  before(seq: number): Promise<Answer<ItemPage<T>>>
  after(seq: number): Promise<Answer<ItemPage<T>>>
}

/** So many items beside the newest are held at most: what is far from the reader is let go, and asked for again. */
const most = 300
/** How much is shown of what comes before a place that is jumped to, in items. */
const lead = 10

/** What is shown: a stretch without a hole, which reaches to the newest items or stands apart from them. */
function shownOf<T extends { seq: number }>(newest: ReadonlySignal<readonly T[]>) {
  const stretch = signal<readonly T[]>([])
  const newestFrom = () => newest.value[0]?.seq ?? 1
  const isAtEnd = computed(() => {
    const last = stretch.value.at(-1)
    return last === undefined || last.seq + 1 >= newestFrom()
  })
  const items = computed(() => (isAtEnd.value ? [...stretch.value, ...newest.value] : stretch.value))
  const isAtBeginning = computed(() => (items.value[0]?.seq ?? 1) === 1)
  const put = (next: readonly T[]) => {
    stretch.value = next.filter(({ seq }) => seq < newestFrom())
  }
  return { stretch, put, items, isAtEnd, isAtBeginning }
}

/** Asks for one page at a time; an answer to what is not wanted any more is dropped. */
function askingOf<T>(arrived: (way: Way, page: readonly T[]) => void) {
  const loading = signal<Way | undefined>(undefined)
  const failed = signal<Way | undefined>(undefined)
  let asked = 0

  function set(now: { loading?: Way; failed?: Way }): void {
    batch(() => {
      loading.value = now.loading
      failed.value = now.failed
    })
  }

  return {
    loading,
    failed,
    async ask(way: Way, request: Promise<Answer<ItemPage<T>>>): Promise<void> {
      asked += 1
      const mine = asked
      set({ loading: way })
      const answer = await request
      if (mine !== asked) return
      if (answer.ok) arrived(way, answer.value.items)
      else set({ failed: way })
    },
    stop(): void {
      asked += 1
      set({})
    },
  }
}

/**
 * Looking back in a conversation that is longer than a page: asked for page by page, both ways. The reader's place is the
 * view's, which says when it has drawn what came.
 */
export function createLookBack<T extends { seq: number }>({ newest, before, after }: Given<T>) {
  const { stretch, put, items, isAtEnd, isAtBeginning } = shownOf(newest)
  let cameFrom: Way = 'earlier'
  let isJump = false
  let isUndrawn = false
  const { ask, stop, loading, failed } = askingOf<T>((way, page) => {
    cameFrom = way
    isUndrawn = true
    if (isJump) put(page)
    else put(way === 'earlier' ? [...page, ...stretch.peek()] : [...stretch.peek(), ...page])
  })

  /** The page before what is shown; while one is on its way, or from the beginning on, nothing. */
  function earlier(): void {
    const [first] = items.peek()
    if (loading.peek() || !first || isAtBeginning.peek()) return
    isJump = false
    void ask('earlier', before(first.seq))
  }

  /** The page behind what is shown, where that stands apart. */
  function later(): void {
    const last = stretch.peek().at(-1)
    if (loading.peek() || !last || isAtEnd.peek()) return
    isJump = false
    void ask('later', after(last.seq))
  }

  /** Shows the conversation around an item instead. */
  function jump(seq: number): Promise<void> {
    isJump = true
    return ask('later', after(Math.max(0, seq - 1 - lead)))
  }

  /** Back to the newest. */
  function toEnd(): void {
    stop()
    stretch.value = []
  }

  /** What was asked for is drawn, and the reader where they were: what is too far on the other side goes. */
  function drawn(): void {
    if (!isUndrawn) return
    isUndrawn = false
    stop()
    if (stretch.peek().length > most)
      stretch.value = cameFrom === 'earlier' ? stretch.peek().slice(0, most) : stretch.peek().slice(-most)
  }

  return { items, isAtBeginning, isAtEnd, loading, failed, earlier, later, jump, toEnd, drawn }
}

export type LookBack = Omit<ReturnType<typeof createLookBack>, 'items'>
