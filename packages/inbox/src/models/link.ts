import type { ConnectionState, OperatorConnection } from '@deskbell/client/socket'
import { computed, createModel, effect, signal } from '@preact/signals'

/** Whether the relay hears us, and since when it does not. */
export const LinkModel = createModel((connection: OperatorConnection) => {
  const state = signal<ConnectionState>('connecting')
  /** In ms since 1970 by this machine's clock; the relay's cannot be asked now. */
  const lostAt = signal<number | undefined>(undefined)
  const isUp = computed(() => state.value === 'up')
  const isLost = computed(() => lostAt.value !== undefined)

  effect(() =>
    connection.onState((next) => {
      state.value = next
      if (next === 'up') lostAt.value = undefined
      else if (next === 'down') lostAt.value = lostAt.peek() ?? Date.now()
    }),
  )

  return { state, isUp, isLost, lostAt }
})

export type Link = InstanceType<typeof LinkModel>
