import type { Http } from '@deskbell/client/http'
import { createTranslate, loadWidgetWords } from '@deskbell/locales'
import type { DeskStatus, Identity, PublishedEntry } from '@deskbell/protocol'
import { PicturesFrom } from '@deskbell/ui'
import { signal } from '@preact/signals'
import { cleanup, render } from '@testing-library/preact'
import userEvent from '@testing-library/user-event'
import { onTestFinished } from 'vitest'
import { type ChatModel, PersonView, startChat } from '../../src/chat/chat.tsx'
import { AnswersModel } from '../../src/models/answers.ts'
import { DeskModel } from '../../src/models/desk.ts'
import { NavigationModel } from '../../src/models/navigation.ts'
import { TrailModel } from '../../src/models/trail.ts'
// Fetched when it is wanted, it would take the first test's time.
import '../../src/later/later.ts'
import type { LauncherState, PersonSummary, WidgetContext } from '../../src/panel/context.ts'
import { anna, boris, RelayDouble } from './relay-double.ts'

const words = await loadWidgetWords('en')

const deskOfTwo: DeskStatus = {
  protocol: 1,
  siteName: 'Holm Ceramics',
  locale: 'en',
  contact: {},
  look: { accent: '#115e75' },
  texts: {},
  sendsMail: false,
  people: [anna, boris],
  line: { isFormFirst: false },
  next: { position: 3, wait: 'known', lowSeconds: 240, likelySeconds: 360, highSeconds: 540 },
}

const plates: PublishedEntry = {
  id: 'plates',
  locale: 'en',
  question: 'A plate arrived broken. What now?',
  answer: [{ kind: 'paragraph', children: [{ kind: 'text', text: 'Send us a photo within 14 days.' }] }],
  keywords: [],
}

export interface OpenChat {
  relay: RelayDouble
  context: WidgetContext
  chat: ChatModel
  user: ReturnType<typeof userEvent.setup>
  /** What the launcher was told, newest last. */
  shown: LauncherState[]
  /** What the relay says of the desk from now on, once it is asked again: see `context.desk.refresh`. */
  setDesk(change: Partial<DeskStatus>): void
  /** Another page of the shop, in the same tab. */
  reload(): Promise<OpenChat>
}

/** The panel open at the person's area, with a relay the test plays. Storage is empty unless a test fills it. */
export async function openChat(opening: Partial<Opening> = {}): Promise<OpenChat> {
  const { desk = {}, relay = new RelayDouble(), searched = '', identity } = opening
  const shown: LauncherState[] = []
  const status = { ...deskOfTwo, ...desk }
  const context = { ...(await makeContext(status, shown)), identity: () => identity }
  context.trail.searched(searched, 1)
  const chat = startChat(context, relay.connect)
  context.navigation.go({ name: 'person' })
  context.isOpen.value = true
  await context.desk.refresh()
  await context.answers.load()
  render(
    <PicturesFrom.Provider value={context.relay}>
      <PersonView context={context} chat={chat} />
    </PicturesFrom.Provider>,
  )
  onTestFinished(() => {
    cleanup()
    chat.close()
    context.isOpen.value = false
  })
  const reload = () => {
    cleanup()
    chat.close()
    return openChat({ desk, relay })
  }
  const setDesk = (change: Partial<DeskStatus>) => void Object.assign(status, change)
  return { relay, context, chat, shown, setDesk, user: userEvent.setup(), reload }
}

interface Opening {
  desk: Partial<DeskStatus>
  relay: RelayDouble
  /** Who the page says its visitor is. */
  identity: Identity
  /** What was searched before. */
  searched: string
}

async function makeContext(desk: DeskStatus, shown: LauncherState[]): Promise<WidgetContext> {
  const http: Http = {
    get: async (path) => ({ ok: true, value: answerOf(path, { ...desk }) as never }),
    send: async () => ({ ok: true, value: null as never }),
  }
  const isOpen = signal(false)
  return {
    ...{ relay: 'https://help.example', locale: 'en', http, isOpen, identity: () => undefined },
    t: createTranslate('widget', 'en', words),
    topic: () => undefined,
    desk: new DeskModel({ http, locale: 'en', isOpen }),
    trail: new TrailModel(),
    answers: new AnswersModel({ http, locale: 'en' }),
    navigation: new NavigationModel(),
    launcher: { show: (state) => void shown.push(state) },
    person: signal<PersonSummary | undefined>(undefined),
    page: {},
    settings: {
      ...{ panel: [], look: { accent: '#115e75' }, locale: 'en', contact: {} },
      ...{ words: {}, siteName: 'Holm Ceramics' },
    },
  }
}

function answerOf(path: string, desk: DeskStatus) {
  return path === '/api/desk' ? desk : { locale: 'en', fallbacks: [], entries: [plates], mostRead: [], isWhole: true }
}
