import type {
  EarlierConversation,
  KeptDraft,
  Operator,
  OperatorConversation,
  OperatorItem,
  TeamMember,
} from '@deskbell/protocol'
import { computed, signal } from '@preact/signals'
import { act, render } from '@testing-library/preact'
import userEvent from '@testing-library/user-event'
import { onTestFinished, vi } from 'vitest'
import { type Inbox, InboxContext } from '../../src/inbox-context.ts'
import { LanguageContext } from '../../src/language-context.ts'
import { DeskModel } from '../../src/models/desk.ts'
import type { Keep } from '../../src/models/kept.ts'
import type { Language } from '../../src/models/language.ts'
import type { Wording } from '../../src/models/wording.ts'
import { createRouter } from '../../src/router.ts'
import { Shell } from '../../src/shell/shell.tsx'
import { anna } from './anna.ts'
import { type ConnectionDouble, connectionDouble, welcome } from './desk-double.ts'
import { memoryKeep } from './memory-keep.ts'
import { type Routes, relayDouble } from './relay-double.ts'
import { englishSpoken } from './speaking.tsx'

const nothingMore = { ok: true, value: { items: [], hasMore: false } }

interface Given {
  now: number
  conversations?: readonly OperatorConversation[]
  items?: readonly OperatorItem[]
  earlier?: readonly EarlierConversation[]
  team?: TeamMember[]
  drafts?: readonly KeptDraft[]
  replies?: Record<string, unknown>
  keep?: Keep
  at?: string
  /** What the relay answers besides. */
  routes?: Routes
  self?: Operator
}

/** Anna's inbox on a relay that a test plays: signed in, on duty, welcomed. */
export async function openInbox({
  now,
  conversations = [],
  items = [],
  earlier = [],
  drafts = [],
  self = anna,
  ...given
}: Given) {
  const { team, replies, keep, at = '', routes = {} } = given
  location.hash = at
  const before = { searches: [], entries: [] }
  const [first] = conversations
  const opened = { ok: true, value: { conversation: first, before, earlier, page: { items, hasMore: false } } }
  const relay: ConnectionDouble = connectionDouble({
    'conversation:open': opened,
    'conversation:resume': nothingMore,
    ...replies,
  })
  const router = createRouter()
  const isAsleep = signal(false)
  const sounds = { isAsleep, wake: vi.fn(), waiting: vi.fn(), reply: vi.fn(), question: vi.fn(), close: vi.fn() }
  const place = router.place
  const { http, asked } = relayDouble(routes)
  const desk = new DeskModel({
    http,
    connection: relay.connection,
    operator: self,
    keep: keep ?? memoryKeep(),
    sounds: () => sounds,
    locale: () => 'en',
    openId: computed(() => ('conversationId' in place.value ? place.value.conversationId : undefined)),
    show: (id) => router.go(id ? { page: 'conversations', conversationId: id } : { page: 'conversations' }),
    nameOf: (head) => head.name ?? '',
    takeWish: () => false,
    refused: vi.fn(),
  })
  onTestFinished(() => desk[Symbol.dispose]())
  const signOut = vi.fn(async (): Promise<Wording | undefined> => undefined)
  const language = englishSpoken()
  const view = render(<Opened language={language} inbox={{ http, router, desk, signOut }} />)
  await act(async () => relay.tell('operator:welcome', { ...welcome(now, conversations, team), self, drafts }))
  // The script of the page that it opens at.
  await act(() => vi.dynamicImportSettled())
  return { relay, desk, router, asked, routes, sounds, signOut, language, view, user: userEvent.setup() }
}

function Opened({ language, inbox }: { language: Language; inbox: Omit<Inbox, 't' | 'locale'> }) {
  return (
    <LanguageContext.Provider value={language}>
      <InboxContext.Provider value={{ ...inbox, ...language.spoken.value }}>
        <Shell />
      </InboxContext.Provider>
    </LanguageContext.Provider>
  )
}
