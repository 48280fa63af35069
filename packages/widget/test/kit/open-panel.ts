import { createSearch, loadLexicons, searchableOf } from '@deskbell/faq'
import {
  type DeskStatus,
  type EntriesReply,
  type EntryReply,
  limits,
  type PublishedEntry,
  type SearchReply,
} from '@deskbell/protocol'
import { waitFor, within } from '@testing-library/preact'
import userEvent from '@testing-library/user-event'
import { expect, onTestFinished, vi } from 'vitest'
import { createFrame } from '../../src/launcher/frame.ts'
import type { Seat } from '../../src/launcher/seat.ts'
import { startPanel } from '../../src/panel/panel.tsx'

export const words = { label: 'Help', close: 'Close help', failed: 'Help could not be loaded.', retry: 'Try again' }
const germanWords = { ...words, label: 'Hilfe', close: 'Hilfe schließen' }
const arabicWords = { ...words, label: 'مساعدة', close: 'إغلاق المساعدة' }

/** The relay's public API as a visitor's network finds it: there, or not. */
export interface Network {
  isUp: boolean
  desk: DeskStatus
  entries: readonly PublishedEntry[]
  /** The ids of those read most. */
  mostRead?: readonly string[]
  /** With it the relay searches, and home gets so many entries. */
  ofHome?: number
  /** The queries the relay was asked, oldest first. Each is answered once `held` is no more. */
  searched: { query: string; signal: AbortSignal | null | undefined }[]
  held?: Promise<void> | undefined
  /** What was asked, oldest first: `GET /api/desk`. */
  asked: string[]
  /** What was told by POST. */
  told: unknown[]
}

export function entry(
  id: string,
  question: string,
  answer: string,
  more: Partial<PublishedEntry> = {},
): PublishedEntry {
  const tree = [{ kind: 'paragraph' as const, children: [{ kind: 'text' as const, text: answer }] }]
  return { id, locale: 'en', question, answer: tree, keywords: [], ...more }
}

const entries = [
  entry('arrive', 'When will my order arrive?', 'Two to four working days after we ship it.', { category: 'delivery' }),
  entry('broken', 'A plate arrived broken. What now?', 'Send us a photo of the plate.', { category: 'returns' }),
  entry('back', 'Can I send a broken plate back?', 'Print the label and put it on the box.'),
  entry('teller', 'Einzelne Teller nachbestellen', 'Deckel und Teller gibt es einzeln.', { locale: 'de' }),
]

const desk: DeskStatus = {
  protocol: 1,
  siteName: 'Holm Ceramics',
  locale: 'en',
  contact: { email: 'hello@holm.example', phone: '+47 55 01 20 40' },
  look: { accent: '#115e75' },
  texts: {},
  sendsMail: false,
  people: [{ name: 'Anna' }, { name: 'Boris' }],
  line: { isFormFirst: false },
  next: { position: 2, wait: 'known', lowSeconds: 60, likelySeconds: 120, highSeconds: 300 },
}

/** A page with the launcher and its panel, closed, and the network they have. */
export async function seatPanel(network: Partial<Network> = {}, topic?: string) {
  const there: Network = { isUp: true, desk, entries, asked: [], searched: [], told: [], ...network }
  vi.stubGlobal('fetch', (url: URL | string, init?: RequestInit) =>
    typeof url === 'string' ? new Response('') : answer(there, url, init),
  )
  const frame = createFrame('en', words, { accent: '#115e75' })
  const settings = {
    ...{ panel: ['assets/panel.js'], look: { accent: '#115e75' }, locale: 'en' },
    ...{ words: { en: words, de: germanWords, ar: arabicWords }, contact: desk.contact, siteName: desk.siteName },
  }
  const seat: Seat = { relay: 'https://help.example', locale: 'en', settings, page: { topic }, heard: [], ...frame }
  const started = await startPanel(seat)
  const panel = {
    ...started,
    open: () => started.call('open'),
    close: () => started.call('close'),
    toggle: () => started.call('toggle'),
    search: (text: string) => started.call('search', text),
  }
  frame.button.onclick = () => panel.toggle()
  onTestFinished(() => {
    panel.close()
    frame.root.host.remove()
    vi.unstubAllGlobals()
  })
  return { panel, seat, network: there, see: within(frame.frame), root: frame.root, user: userEvent.setup() }
}

/** The panel open at home, entries searchable. */
export async function openPanel(network: Partial<Network> = {}, topic?: string) {
  const seated = await seatPanel(network, topic)
  seated.panel.open()
  const dialog = await seated.see.findByRole('dialog', { name: 'Help' })
  await waitFor(() => expect(dialog.contains(seated.root.activeElement)).toBe(true))
  if (seated.network.isUp) await seated.see.findByText(/^(Answers|Most read)$/)
  const field = () => seated.see.getByRole('combobox', { name: 'Search the answers' }) as HTMLInputElement
  const type = async (text: string): Promise<void> => {
    await seated.user.type(field(), text)
    await waitFor(() => seated.see.getByText(/answers?$|No answer/))
  }
  return { ...seated, field, type }
}

async function answer(network: Network, url: URL, init: RequestInit = {}): Promise<Response> {
  const method = init.method ?? 'GET'
  network.asked.push(`${method} ${url.pathname}`)
  if (!network.isUp) throw new TypeError('No network')
  if (method === 'POST') {
    network.told.push(JSON.parse(String(init.body)))
    return new Response(null, { status: 204 })
  }
  if (url.pathname === '/api/search') return search(network, url.searchParams.get('q') ?? '', init)
  const { entries: all, ofHome = all.length } = network
  if (url.pathname === '/api/entry') {
    const entry = all.find(({ id }) => id === url.searchParams.get('id'))
    return Response.json({ ...(entry && { entry }) } satisfies EntryReply)
  }
  const isWhole = network.ofHome === undefined
  const { mostRead = [] } = network
  const reply: EntriesReply = { locale: 'en', fallbacks: ['de'], entries: all.slice(0, ofHome), mostRead, isWhole }
  return Response.json(url.pathname === '/api/desk' ? network.desk : reply)
}

/** As the relay does it. */
async function search(network: Network, query: string, { signal }: RequestInit): Promise<Response> {
  network.searched.push({ query, signal })
  await network.held
  if (signal?.aborted) throw signal.reason
  const index = createSearch(network.entries.map(searchableOf), {
    locale: 'en',
    lexicons: await loadLexicons(['en', 'de']),
  })
  const found = (results: readonly { id: string }[]) =>
    results.flatMap(({ id }) => network.entries.find((one) => one.id === id) ?? [])
  const results = found(index.search(query, limits.resultsListed))
  const near = results.length > 0 ? [] : found(index.nearest(query, limits.nearListed))
  return Response.json({ results, near } satisfies SearchReply)
}
