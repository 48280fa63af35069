import type { Http } from '@deskbell/client/http'
import type { WidgetTranslate } from '@deskbell/locales'
import type { Identity, Locale, Person } from '@deskbell/protocol'
import type { Signal } from '@preact/signals'
import type { GivenLook } from '../launcher/look.ts'
import type { LauncherSettings } from '../launcher/settings.ts'
import type { AnswersModel } from '../models/answers.ts'
import type { DeskModel } from '../models/desk.ts'
import type { NavigationModel } from '../models/navigation.ts'
import type { TrailModel } from '../models/trail.ts'

export type LauncherState =
  | { kind: 'rest' }
  /** `words` are seen ("about 6 min"); `label` names the button, the place and the words when it is absent. */
  | { kind: 'waiting'; position: number; words: string; label?: string }
  /** `peek`: the newest message, shown beside the launcher for some seconds, once. */
  | { kind: 'person'; by: Person; unread: number; peek?: string }

/** For the foot of the other views. `words` is a whole line: "Number 3, about 6 minutes". */
export type PersonSummary =
  | { kind: 'waiting'; position: number; words: string }
  | { kind: 'talking'; by: Person; unread: number; preview: string }
  | { kind: 'question'; reference: string; unread: number; preview: string }

/** Given to every view. Its `data-focus` element gets the focus, else its title; Escape closes unless it is stopped. */
export interface WidgetContext {
  relay: string
  locale: Locale
  settings: LauncherSettings
  /** What the page's script tag says. */
  page: GivenLook
  t: WidgetTranslate
  http: Http
  desk: DeskModel
  trail: TrailModel
  answers: AnswersModel
  navigation: NavigationModel
  launcher: { show(state: LauncherState): void }
  isOpen: Signal<boolean>
  /** The page's, now. */
  topic(): string | undefined
  /** Who the page says its visitor is, now. */
  identity(): Identity | undefined
  /** Set by the chat. Undefined: nothing goes on, the foot offers to ask or to leave a question. */
  person: Signal<PersonSummary | undefined>
}
