import { createModel, type Model, type ReadonlySignal, signal } from '@preact/signals'

export interface PersonChunk<Chunk> {
  state: ReadonlySignal<{ kind: 'waiting' | 'loading' | 'failed' } | { kind: 'ready'; chunk: Chunk }>
  /** Asks once; again only where it failed before. */
  load(): void
}

/** A download that comes later: the chat, once the visitor wants a person or has a conversation. */
export const PersonChunkModel = createModel(<Chunk>(fetchChunk: () => Promise<Chunk>): PersonChunk<Chunk> => {
  const state = signal<PersonChunk<Chunk>['state']['value']>({ kind: 'waiting' })
  return {
    state,
    async load() {
      if (state.value.kind === 'loading' || state.value.kind === 'ready') return
      state.value = { kind: 'loading' }
      try {
        state.value = { kind: 'ready', chunk: await fetchChunk() }
      } catch {
        // No network, or a file that is gone: told on screen, with a way to try again.
        state.value = { kind: 'failed' }
      }
    },
  }
})
export type PersonChunkModel<Chunk> = Model<PersonChunk<Chunk>>
