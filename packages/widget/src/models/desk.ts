import type { Http } from '@deskbell/client/http'
import type { DeskStatus, Locale } from '@deskbell/protocol'
import { createModel, effect, type Model, type ReadonlySignal, signal, untracked } from '@preact/signals'

export interface Desk {
  /** Undefined until the relay has answered for the first time. */
  status: ReadonlySignal<DeskStatus | undefined>
  /** False once a request got no answer; true again with the next one that does. */
  isReachable: ReadonlySignal<boolean>
  refresh(): Promise<void>
}

export interface DeskOptions {
  http: Http
  locale: Locale
  /** The page's `data-topic`. */
  topic?: () => string | undefined
  isOpen: ReadonlySignal<boolean>
}

/** How long a status counts as fresh, in ms; ± 20 %, so that many panels don't ask at once. */
const freshFor = 10_000

/** Who is there and how long it takes: asked when the panel opens, then again while panel and page are visible. */
export const DeskModel = createModel<Desk, [DeskOptions]>(({ http, locale, topic, isOpen }) => {
  const status = signal<DeskStatus | undefined>(undefined)
  const isReachable = signal(true)
  const isPageVisible = signal(document.visibilityState === 'visible')

  async function refresh(): Promise<void> {
    const about = topic?.()
    const answer = await http.get<DeskStatus>('/api/desk', { locale, ...(about && { topic: about }) })
    isReachable.value = answer.ok || answer.refusal !== 'unreachable'
    if (answer.ok) status.value = answer.value
  }

  effect(() => {
    const see = () => {
      isPageVisible.value = document.visibilityState === 'visible'
    }
    const lose = () => {
      isReachable.value = false
    }
    const find = () => {
      if (isOpen.peek()) void refresh()
    }
    document.addEventListener('visibilitychange', see)
    addEventListener('offline', lose)
    addEventListener('online', find)
    return () => {
      document.removeEventListener('visibilitychange', see)
      removeEventListener('offline', lose)
      removeEventListener('online', find)
    }
  })
  effect(() => {
    if (isOpen.value && isPageVisible.value) return untracked(() => keepAsking(refresh))
  })
  return { status, isReachable, refresh }
})
export type DeskModel = Model<Desk>

function keepAsking(ask: () => Promise<void>): () => void {
  let isOver = false
  let timer: ReturnType<typeof setTimeout> | undefined
  async function turn(): Promise<void> {
    await ask()
    if (!isOver) timer = setTimeout(turn, freshFor * (0.8 + Math.random() * 0.4))
  }
  void turn()
  return () => {
    isOver = true
    clearTimeout(timer)
  }
}
