import { createModel, type Model, type ReadonlySignal, signal } from '@preact/signals'
import { nextTask } from './pause.ts'

export interface Chunk<Started> {
  state: ReadonlySignal<{ kind: 'waiting' | 'loading' | 'failed' } | { kind: 'ready'; started: Started }>
  /** Asks once; again only where it failed before. */
  load(): void
}

/**
 * A download that comes later: the chat, once the visitor wants a person or has a conversation. A download that fails is
 * told on screen; a start that fails is a bug and is reported to the page's console as well.
 */
export const ChunkModel = createModel(
  <Fetched, Started>(fetchChunk: () => Promise<Fetched>, start: (fetched: Fetched) => Started): Chunk<Started> => {
    const state = signal<Chunk<Started>['state']['value']>({ kind: 'waiting' })
    return {
      state,
      async load() {
        if (state.value.kind === 'loading' || state.value.kind === 'ready') return
        state.value = { kind: 'loading' }
        const chunk = await fetchChunk().catch(() => undefined)
        // Evaluated, started and drawn each in a piece of work of its own.
        await nextTask()
        const next = chunk === undefined ? ({ kind: 'failed' } as const) : started(chunk, start)
        await nextTask()
        state.value = next
      },
    }
  },
)
export type ChunkModel<Started> = Model<Chunk<Started>>

function started<Chunk, Started>(chunk: Chunk, start: (chunk: Chunk) => Started) {
  try {
    return { kind: 'ready' as const, started: start(chunk) }
  } catch (error) {
    reportError(error)
    return { kind: 'failed' as const }
  }
}
