import { Avatar, closeIcon, Icon, Mark } from '@deskbell/ui'
import { effect, type ReadonlySignal } from '@preact/signals'
import { render } from 'preact'
import type { Seat } from '../launcher/seat.ts'
import type { LauncherState, WidgetContext } from './context.ts'
import { Peek } from './peek.tsx'

/** Takes over the launcher's face: what it shows, how it is named, and the newest message beside it. */
export function drawLauncher(seat: Seat, context: WidgetContext, state: ReadonlySignal<LauncherState>): void {
  const { button, frame } = seat
  const peek = document.createElement('div')
  peek.className = 'peek-seat'
  frame.insertBefore(peek, button)
  button.replaceChildren()
  render(<Face state={state} context={context} />, button)
  render(<Peek state={state} context={context} />, peek)
  effect(() => {
    const isOpen = context.isOpen.value
    const words = context.settings.words[context.locale]
    const label = isOpen ? words?.close : labelOf(context, state.value, words?.label ?? '')
    button.setAttribute('aria-expanded', String(isOpen))
    button.setAttribute('aria-label', label ?? '')
    button.className = `launcher launcher--${isOpen ? 'open' : state.value.kind}`
  })
}

function labelOf({ t }: WidgetContext, state: LauncherState, atRest: string): string {
  switch (state.kind) {
    case 'rest':
      return atRest
    case 'waiting':
      return state.label ?? `${t('launcher.place', { position: state.position })}, ${state.words}`
    case 'person':
      return state.unread > 0
        ? t('launcher.unread', { names: state.name, count: state.unread })
        : t('launcher.conversation', { names: state.name })
  }
}

interface FaceProps {
  state: ReadonlySignal<LauncherState>
  context: WidgetContext
}

function Face({ state, context }: FaceProps) {
  const shown = state.value
  if (context.isOpen.value) return <Icon of={closeIcon} />
  if (shown.kind === 'rest') return <Mark />
  if (shown.kind === 'waiting') {
    return (
      <>
        <span class="place">{shown.position}</span>
        {shown.words}
      </>
    )
  }
  return (
    <>
      <Avatar name={shown.name} size="large" />
      {shown.unread > 0 && <span class="unread">{shown.unread}</span>}
    </>
  )
}
