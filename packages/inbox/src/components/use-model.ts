import type { Model } from '@preact/signals'
import { useLayoutEffect, useMemo } from 'preact/hooks'

/**
 * A model for as long as the component is on the page. Unlike that of the signals library, which promises to let go of it
 * only once the component has been painted, it goes with a component that was gone again before.
 */
export function useModel<T>(make: () => Model<T>): Model<T> {
  const model = useMemo(make, [])
  useLayoutEffect(() => () => model[Symbol.dispose](), [model])
  return model
}
