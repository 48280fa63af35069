// What is downloaded once a person is wanted: the chat, and how the launcher tells of it.
import message from '@deskbell/ui/message.css?inline'
import type { ComponentType } from 'preact'
import type { WidgetContext } from './context.ts'
import { Peek } from './peek.tsx'
import css from './person-face.css?inline'
import { PersonFace } from './person-face.tsx'

interface ChatModule {
  startChat(context: WidgetContext): unknown
  PersonView: ComponentType<{ context: WidgetContext; chat: unknown }>
}

const [chat] = Object.values(import.meta.glob<ChatModule>('../chat/chat.tsx', { eager: true }))

/** Starts the chat and gives what draws it. */
export function start(context: WidgetContext) {
  if (!chat) throw new Error('The build has no chat')
  context.adoptStyles(message)
  context.adoptStyles(css)
  return { model: chat.startChat(context), PersonView: chat.PersonView, PersonFace, Peek }
}
