import { limits, type SearchReply } from '@deskbell/protocol'
import { batch, createModel, effect, type Model, type ReadonlySignal, signal } from '@preact/signals'
import type { AnswersModel } from './answers.ts'

/** What was found for which words. */
export interface Found extends SearchReply {
  query: string
}

export interface LookUp {
  /** For the newest words there is an answer to; it stays while the next is on its way. Undefined without words. */
  found: ReadonlySignal<Found | undefined>
  /** The relay has to search and can't be reached. */
  isUnreachable: ReadonlySignal<boolean>
  tryAgain(): void
}

export interface LookUpOptions {
  answers: AnswersModel
  words: ReadonlySignal<string>
  /** How long the typing rests before it searches, in ms. */
  pause: number
}

/** The relay is not asked at every key, in ms. */
const relayPause = 150

/** Searches for words as they change: at once where the page can, else by the relay, whose outdated answers are dropped. */
export const LookUpModel = createModel<LookUp, [LookUpOptions]>(({ answers, words, pause }) => {
  const found = signal<Found | undefined>(undefined)
  const isUnreachable = signal(false)
  const tries = signal(0)

  function tell(query: string, reply: SearchReply | undefined): void {
    batch(() => {
      isUnreachable.value = !reply
      if (reply) found.value = { query, ...reply }
    })
  }

  async function askRelay(query: string, asking: AbortController): Promise<void> {
    let isOver = false
    const late = setTimeout(() => {
      isOver = true
      asking.abort()
    }, limits.requestReply)
    const reply = await answers.ask(query, asking.signal)
    clearTimeout(late)
    if (isOver || !asking.signal.aborted) tell(query, reply)
  }

  effect(() => {
    const query = words.value.trim().slice(0, limits.queryLength)
    const searcher = answers.searcher.value
    // Read, so that a change asks again.
    tries.value
    if (!query) {
      batch(() => {
        found.value = undefined
        isUnreachable.value = false
      })
    }
    if (!query) return
    void answers.prepare()
    if (searcher === 'nobody') return
    const isHere = searcher === 'page'
    if (isHere && pause === 0) {
      tell(query, answers.search(query))
      return
    }
    const asking = new AbortController()
    const search = () => (isHere ? tell(query, answers.search(query)) : void askRelay(query, asking))
    const timer = setTimeout(search, isHere ? pause : Math.max(pause, relayPause))
    return () => {
      clearTimeout(timer)
      asking.abort()
    }
  })
  return {
    found,
    isUnreachable,
    tryAgain() {
      tries.value += 1
    },
  }
})
export type LookUpModel = Model<LookUp>
