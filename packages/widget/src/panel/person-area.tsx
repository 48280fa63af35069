import { useEffect } from 'preact/hooks'
import type { ChatChunk } from './chat-chunk.ts'
import { ComingArea } from './coming.tsx'
import type { WidgetContext } from './context.ts'

/** The person's whole area. It is a download of its own, fetched when it is first wanted. */
export function PersonArea({ context, chat }: { context: WidgetContext; chat: ChatChunk }) {
  const state = chat.state.value
  useEffect(chat.load, [chat])
  if (state.kind !== 'ready') return <ComingArea context={context} chunk={chat} />
  const { PersonView, model } = state.started
  return <PersonView context={context} chat={model} />
}
