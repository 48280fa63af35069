// What is downloaded once a person is wanted: the chat, and how the launcher tells of it.
import { PersonView, startChat } from '../chat/chat.tsx'
import type { WidgetContext } from './context.ts'
import { Peek } from './peek-later.tsx'
import { PersonFace } from './person-face.tsx'

/** Starts the chat and gives what draws it. */
export function start(context: WidgetContext) {
  return { model: startChat(context), PersonView, PersonFace, Peek }
}
