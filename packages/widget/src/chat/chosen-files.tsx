import { laterPart } from './later-view.tsx'
import type { ChatProps } from './model.ts'

const SendingFiles = laterPart('SendingFiles')

/** Files that are not in the conversation yet. */
export function ChosenFiles({ context, chat }: ChatProps) {
  return chat.chosen.value[0] ? <SendingFiles context={context} chat={chat} /> : null
}
