import { createHttp } from '@deskbell/client/http'
import { loadWidgetWords } from '@deskbell/locales'
import { createLeanTranslate } from '@deskbell/locales/lean'
import { signal } from '@preact/signals'
import type { Seat } from '../launcher/seat.ts'
import { AnswersModel } from '../models/answers.ts'
import { DeskModel } from '../models/desk.ts'
import { NavigationModel } from '../models/navigation.ts'
import { nextTask } from '../models/pause.ts'
import { TrailModel } from '../models/trail.ts'
import type { LauncherState, PersonSummary, WidgetContext } from './context.ts'
import { takeEntries } from './take-entries.ts'
import { topicOf } from './topic.ts'

/** Loads the words and makes what every view is given. Asks the relay's API only for who waits. Rejects without the words. */
export async function makeContext(seat: Seat, show: (state: LauncherState) => void): Promise<WidgetContext> {
  const { relay, locale, settings, page } = seat
  const http = createHttp(relay, 'omit')
  const answers = new AnswersModel({ http, locale, asked: () => takeEntries(seat) })
  // Who has pressed the button waits for the answers and the words at once.
  if (seat.button.hasAttribute('aria-busy')) void answers.load()
  const t = createLeanTranslate(locale, await loadWidgetWords(locale))
  await nextTask()
  const isOpen = signal(false)
  const topic = () => topicOf(seat)
  return {
    relay,
    locale,
    settings,
    page,
    t,
    http,
    isOpen,
    topic,
    identity: () => seat.who,
    desk: new DeskModel({ http, locale, topic, isOpen }),
    trail: new TrailModel(topic),
    answers,
    navigation: new NavigationModel(),
    launcher: { show },
    person: signal<PersonSummary | undefined>(undefined),
  }
}
