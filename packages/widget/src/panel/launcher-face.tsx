import { closeIcon, Icon, PicturesFrom } from '@deskbell/ui'
import { effect } from '@preact/signals'
import { render } from 'preact'
import type { Seat } from '../launcher/seat.ts'
import type { ChatChunk } from './chat-chunk.ts'
import type { LauncherState, WidgetContext } from './context.ts'
import type { LauncherFaceProps } from './launcher-face-props.ts'

/** Takes over the launcher's face: what it shows, how it is named, and (with the chat) the newest message beside it. */
export function drawLauncher(seat: Seat, { context, state }: LauncherFaceProps, chat: ChatChunk): void {
  const { button, frame } = seat
  const beside = document.createElement('div')
  beside.className = 'peek-seat'
  frame.insertBefore(beside, button)
  render(null, button)
  button.replaceChildren()
  render(<Face context={context} state={state} chat={chat} />, button)
  render(<Beside context={context} state={state} chat={chat} />, beside)
  // It has the focus until the panel has taken it, and again for who tabs back to it.
  button.onkeydown = ({ key }) => {
    if (key === 'Escape') context.isOpen.value = false
  }
  effect(() => {
    const isOpen = context.isOpen.value
    const words = context.settings.words[context.locale]
    const label = isOpen ? words?.close : labelOf(context, state.value, context.page.label || (words?.label ?? ''))
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
        ? t('launcher.unread', { names: state.by.name, count: state.unread })
        : t('launcher.conversation', { names: state.by.name })
  }
}

function Face({ chat, ...props }: LauncherFaceProps & { chat: ChatChunk }) {
  const started = chat.state.value
  if (props.context.isOpen.value) return <Icon of={closeIcon} />
  if (props.state.value.kind === 'rest' || started.kind !== 'ready') return null
  const { PersonFace } = started.started
  return (
    <PicturesFrom.Provider value={props.context.relay}>
      <PersonFace {...props} />
    </PicturesFrom.Provider>
  )
}

function Beside({ chat, ...props }: LauncherFaceProps & { chat: ChatChunk }) {
  const started = chat.state.value
  if (started.kind !== 'ready') return null
  const { Peek } = started.started
  return <Peek {...props} />
}
