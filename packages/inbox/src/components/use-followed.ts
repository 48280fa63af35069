import { computed } from '@preact/signals'
import { useMemo } from 'preact/hooks'

/**
 * What signals come to, worked out by `make`: the view is drawn anew when that changes, not with each of the signals. `madeOf`: what
 * else goes into it.
 */
export function useFollowed<T>(make: () => T, madeOf: readonly unknown[]): T {
  return useMemo(() => computed(make), madeOf).value
}
