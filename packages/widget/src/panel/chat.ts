// What is downloaded once a person is wanted: the chat, and how the launcher tells of it.
import message from '@deskbell/ui/message.css?inline'
import { PersonView, startChat } from '../chat/chat.tsx'
import type { WidgetContext } from './context.ts'
import form from './form.css?inline'
import { Peek } from './peek.tsx'
import css from './person-face.css?inline'
import { PersonFace } from './person-face.tsx'

/** Starts the chat and gives what draws it. */
export function start(context: WidgetContext) {
  for (const sheet of [form, message, css]) context.adoptStyles(sheet)
  return { model: startChat(context), PersonView, PersonFace, Peek }
}
