import type { Http } from '@deskbell/client/http'
import type { Locale, PublishedEntry } from '@deskbell/protocol'
import { createModel, effect, signal } from '@preact/signals'
import { type EntrySource, openEntrySource } from './entry-source.ts'
import { refusalWording, type Wording } from './wording.ts'

interface Given {
  http: Http
  locale: Locale
  /** What to look for first: the first of these that finds something, else the first. */
  tries: readonly string[]
}

/** How long the typing rests before the relay is asked, in ms. */
const rest = 150

/** Finds entries as visitors of a locale find them, with the one that is chosen by the arrow keys. */
export const EntryFinderModel = createModel(({ http, locale, tries }: Given) => {
  const state = signal<'loading' | 'failed' | 'ready'>('loading')
  const trouble = signal<Wording | undefined>(undefined)
  const words = signal('')
  const found = signal<readonly PublishedEntry[]>([])
  const isNear = signal(false)
  const chosen = signal(0)
  let source: EntrySource | undefined
  let asking = new AbortController()
  let timer: ReturnType<typeof setTimeout> | undefined

  effect(() => () => {
    clearTimeout(timer)
    asking.abort()
  })

  async function load(): Promise<void> {
    state.value = 'loading'
    const opened = source ? { ok: true as const, value: source } : await openEntrySource(http, locale)
    if (!opened.ok) return void fail(opened)
    source = opened.value
    const first = await firstThatFinds(source, tries, asking.signal)
    // What was typed meanwhile comes before what was thought of for them.
    await look(words.peek() || first)
  }

  function fail(answer: Parameters<typeof refusalWording>[0]): false {
    trouble.value = refusalWording(answer)
    state.value = 'failed'
    return false
  }

  function type(text: string): void {
    words.value = text
    clearTimeout(timer)
    if (source?.isHere) void look(text)
    else if (source) timer = setTimeout(() => void look(text), rest)
  }

  /** Whether something answers. */
  async function look(text: string): Promise<boolean> {
    words.value = text
    asking.abort()
    asking = new AbortController()
    const { signal: isOutdated } = asking
    const answer = await source?.find(text, isOutdated)
    if (!answer || isOutdated.aborted) return false
    if (!answer.ok) return fail(answer)
    found.value = answer.value.entries
    isNear.value = answer.value.isNear
    chosen.value = 0
    state.value = 'ready'
    return !isNear.peek()
  }

  return { state, trouble, words, found, isNear, chosen, load, type }
})

export type EntryFinder = InstanceType<typeof EntryFinderModel>

async function firstThatFinds(
  { find }: EntrySource,
  tries: readonly string[],
  isOutdated: AbortSignal,
): Promise<string> {
  for (const text of tries) {
    const answer = await find(text, isOutdated)
    if (answer.ok && !answer.value.isNear) return text
  }
  return tries[0] ?? ''
}
