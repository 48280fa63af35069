import type { InboxTranslate } from '@deskbell/locales'
import { signal } from '@preact/signals'
import type { ComponentType, FunctionComponent } from 'preact'
import { useEffect } from 'preact/hooks'
import { useInbox } from '../inbox-context.ts'
import { PageState } from '../pages/page-state.tsx'

type Load<P> = () => Promise<ComponentType<P>>

/** A view whose script is loaded when it is first shown; without network it says so and can be tried again. */
export function lazily<P extends object>(load: Load<P>): FunctionComponent<P> {
  const Loaded = loaded(load)
  return (props) => <Loaded t={useInbox().t} props={props} />
}

/** The same for one that stands before the sign-in and is given its words. */
export function lazilyOutside<P extends { t: InboxTranslate }>(load: Load<P>): FunctionComponent<P> {
  const Loaded = loaded(load)
  return (props) => <Loaded t={props.t} props={props} />
}

function loaded<P extends object>(load: Load<P>): FunctionComponent<{ t: InboxTranslate; props: P }> {
  const found = signal<{ View: ComponentType<P> } | undefined>(undefined)
  const isMissing = signal(false)
  const ask = () => {
    isMissing.value = false
    load().then(
      (View) => {
        found.value = { View }
      },
      () => {
        isMissing.value = true
      },
    )
  }
  return function Loaded({ t, props }) {
    useEffect(() => {
      if (!found.peek()) ask()
    }, [])
    if (found.value) return <found.value.View {...props} />
    const state = isMissing.value ? 'failed' : 'loading'
    return <PageState t={t} state={state} trouble={{ key: 'refusal.unreachable' }} onTryAgain={ask} />
  }
}
