import type { EarlierConversation, Operator, OperatorConversation, OperatorItem, TeamMember } from '@deskbell/protocol'
import { computed } from '@preact/signals'
import { act, render } from '@testing-library/preact'
import userEvent from '@testing-library/user-event'
import { vi } from 'vitest'
import { InboxContext } from '../../src/inbox-context.ts'
import { DeskModel } from '../../src/models/desk.ts'
import type { Keep } from '../../src/models/kept.ts'
import type { Wording } from '../../src/models/wording.ts'
import { createRouter } from '../../src/router.ts'
import { Shell } from '../../src/shell/shell.tsx'
import { anna } from './anna.ts'
import { type ConnectionDouble, connectionDouble, welcome } from './desk-double.ts'
import { t } from './english.ts'
import { type Routes, relayDouble } from './relay-double.ts'

const nothingMore = { ok: true, value: { items: [], hasMore: false } }

interface Given {
  now: number
  conversations?: readonly OperatorConversation[]
  items?: readonly OperatorItem[]
  earlier?: readonly EarlierConversation[]
  team?: TeamMember[]
  replies?: Record<string, unknown>
  keep?: Keep
  at?: string
  /** What the relay answers besides. */
  routes?: Routes
  self?: Operator
}

export function memoryKeep(): Keep {
  const kept = new Map<string, string>()
  const listeners = new Set<(name: string) => void>()
  return {
    read: (name) => kept.get(name),
    write(name, value) {
      if (value === undefined) kept.delete(name)
      else kept.set(name, value)
      for (const listener of listeners) listener(name)
    },
    names: (start) => [...kept.keys()].filter((name) => name.startsWith(start)),
    onChange(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** Anna's inbox on a relay that a test plays: signed in, on duty, welcomed. */
export async function openInbox({ now, conversations = [], items = [], earlier = [], self = anna, ...given }: Given) {
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
  const sounds = { waiting: vi.fn(), reply: vi.fn(), close: vi.fn() }
  const place = router.place
  const { http, asked } = relayDouble(routes)
  const desk = new DeskModel({
    http,
    connection: relay.connection,
    operator: self,
    keep: keep ?? memoryKeep(),
    sounds: () => sounds,
    locale: 'en',
    openId: computed(() => ('conversationId' in place.value ? place.value.conversationId : undefined)),
    show: (id) => router.go(id ? { page: 'conversations', conversationId: id } : { page: 'conversations' }),
    nameOf: (head) => head.name ?? '',
    takeWish: () => false,
    refused: vi.fn(),
  })
  const signOut = vi.fn(async (): Promise<Wording | undefined> => undefined)
  const view = render(
    <InboxContext.Provider value={{ t, locale: 'en', http, router, desk, signOut }}>
      <Shell />
    </InboxContext.Provider>,
  )
  await act(async () => relay.tell('operator:welcome', { ...welcome(now, conversations, team), self }))
  // The script of the page that it opens at.
  await act(() => vi.dynamicImportSettled())
  return { relay, desk, router, asked, routes, sounds, signOut, view, user: userEvent.setup() }
}
