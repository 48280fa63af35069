import type { WidgetTranslate } from '@deskbell/locales'
import type { Message, Person, QueueStatus, VisitorConversation, VisitorItem } from '@deskbell/protocol'
import type { LauncherState, PersonSummary } from '../panel/context.ts'
import type { Stage } from './stage.ts'
import { launcherWords, placeWords } from './wait-words.ts'

/** What the rest of the widget is told of the conversation. */
export interface Going {
  stage: Stage
  head: VisitorConversation | undefined
  items: readonly VisitorItem[]
  unread: readonly Message[]
  status: QueueStatus | undefined
  /** The newest message, where it has just come and was not seen. */
  fresh: Message | undefined
}

/** What goes on with a person, for the foot of the other views. */
export function summaryOf(t: WidgetTranslate, going: Going): PersonSummary | undefined {
  const { stage, head, status, unread } = going
  switch (stage) {
    case 'waiting':
    case 'deserted':
      return status && { kind: 'waiting', position: status.position, words: placeWords(t, status) }
    case 'talking':
      return { kind: 'talking', by: whoOf(going), unread: unread.length, preview: previewOf(going) }
    case 'question':
      return { kind: 'question', reference: head?.reference ?? '', unread: unread.length, preview: previewOf(going) }
    case 'ended':
      if (unread.length === 0) return undefined
      return { kind: 'talking', by: whoOf(going), unread: unread.length, preview: previewOf(going) }
    case 'asking':
    case 'sending':
      return undefined
  }
}

/** What the launcher tells without being opened: the place in line, then a face, then a count on it. */
export function launcherOf(t: WidgetTranslate, going: Going): LauncherState {
  const { stage, status, unread, fresh } = going
  if (stage === 'waiting' && status) return { kind: 'waiting', position: status.position, ...launcherWords(t, status) }
  const isShown = stage === 'talking' || unread.length > 0
  if (!isShown || stage === 'asking') return { kind: 'rest' }
  const state = { kind: 'person', by: whoOf(going), unread: unread.length } as const
  return fresh ? { ...state, peek: shortOf(fresh) } : state
}

/** Who the visitor talks to: who holds the conversation, else who wrote last. */
function whoOf({ head, items }: Going): Person {
  return head?.operator ?? lastSpeaker(items) ?? { name: '' }
}

function lastSpeaker(items: readonly VisitorItem[]): Person | undefined {
  return items.flatMap((item) => (item.kind === 'message' && item.by ? [item.by] : [])).at(-1)
}

function previewOf({ items }: Going): string {
  const last = items.findLast((item) => item.kind === 'message')
  return last?.kind === 'message' ? shortOf(last) : ''
}

/** What it says, or what came with it. */
function shortOf({ text, files = [] }: Message): string {
  return text || files.map((file) => ('name' in file ? file.name : '')).join(' ')
}
