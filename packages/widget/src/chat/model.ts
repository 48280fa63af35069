import type { Attached, MessageId, Person, Refusal } from '@deskbell/protocol'
import type { ReadonlySignal, Signal } from '@preact/signals'
import type { ComponentType } from 'preact'
import type { Chunk } from '../models/chunk.ts'
import type { ConversationModel } from '../models/conversation.ts'
import type { DraftModel } from '../models/draft.ts'
import type { Kept } from '../models/kept.ts'
import type { Introduction } from '../models/letter.ts'
import type { Phrasing } from '../models/phrasing.ts'
import type { WidgetContext } from '../panel/context.ts'

/** What the views of the person's area are drawn from. */
export interface ChatModel {
  conversation: ConversationModel
  kept: Kept
  draft: DraftModel
  phrasing: Phrasing
  /** Who answers now, from whoever knows best. Undefined: nobody has told yet. */
  present: ReadonlySignal<readonly Person[] | undefined>
  /** The visitor was offered a question for later, and wants to wait in line all the same. */
  isStaying: Signal<boolean>
  /** The visitor in line wants to leave a question instead, and is asked where the answer goes. */
  isLaterWanted: Signal<boolean>
  isMenuOpen: Signal<boolean>
  /** Reads the fields on screen, which put it here; without any there is nothing to say. */
  introduce: Introduce
  /** A download that most conversations never need. */
  later: Chunk<LaterViews>
  /** Files that the visitor has chosen and that are not in the conversation yet. */
  chosen: Signal<readonly File[]>
  close(): void
}

/** What a view of the person's area is given. */
export interface ChatProps {
  context: WidgetContext
  chat: ChatModel
}

/** What the visitor has said of themselves; undefined where something is missing: then it says so and has the focus. */
export type Introduce = () => Introduction | undefined

/** What is given to the views that most conversations never need. */
export interface LaterProps
  extends Record<
    | 'QuestionForm'
    | 'Deserted'
    | 'LaterForm'
    | 'Question'
    | 'Ended'
    | 'Earlier'
    | 'Menu'
    | 'ReadAgain'
    | 'SendingFiles'
    | 'IntroductionFields',
    ChatProps
  > {
  MessageFiles: ChatProps & { files: readonly Attached[] }
  NotTaken: ChatProps & { id: MessageId; refusal: Refusal; text: string }
}

export type LaterViews = { [Name in keyof LaterProps]: ComponentType<LaterProps[Name]> }
