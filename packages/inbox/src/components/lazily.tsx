import { signal } from '@preact/signals'
import type { ComponentType, FunctionComponent } from 'preact'
import { useEffect } from 'preact/hooks'
import { useInbox } from '../inbox-context.ts'
import { PageState } from '../pages/page-state.tsx'

/** A view whose script is loaded when it is first shown; without network it says so and can be tried again. */
export function lazily<P extends object>(load: () => Promise<ComponentType<P>>): FunctionComponent<P> {
  const loaded = signal<{ View: ComponentType<P> } | undefined>(undefined)
  const isMissing = signal(false)
  const ask = () => {
    isMissing.value = false
    load().then(
      (View) => {
        loaded.value = { View }
      },
      () => {
        isMissing.value = true
      },
    )
  }
  return function Lazily(props: P) {
    const { t } = useInbox()
    useEffect(() => {
      if (!loaded.peek()) ask()
    }, [])
    if (loaded.value) return <loaded.value.View {...props} />
    const state = isMissing.value ? 'failed' : 'loading'
    return <PageState t={t} state={state} trouble={{ key: 'refusal.unreachable' }} onTryAgain={ask} />
  }
}
