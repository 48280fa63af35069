import { useSignal } from '@preact/signals'
import { useEffect } from 'preact/hooks'
import type { ColumnName } from '../models/preferences.ts'
import type { Divider as View } from './divider.tsx'

/** The edge of a column, once its script is there: the first thing to be seen are the columns. Without it they stay as they are. */
export function ColumnEdge({ of: column }: { of: ColumnName }) {
  const found = useSignal<{ Edge: typeof View } | undefined>(undefined)
  useEffect(() => {
    import('./divider.tsx').then(
      ({ Divider: Edge }) => {
        found.value = { Edge }
      },
      // Asked for again with the next conversation.
      () => undefined,
    )
  }, [found])
  return found.value ? <found.value.Edge of={column} /> : null
}
