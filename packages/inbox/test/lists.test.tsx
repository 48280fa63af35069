import { act, screen, waitFor, within } from '@testing-library/preact'
import { expect, it } from 'vitest'
import { anna, boris } from './kit/anna.ts'
import { ellen, memberOf, minute, requests } from './kit/desk-double.ts'
import { memoryKeep } from './kit/memory-keep.ts'
import { openInbox } from './kit/open-inbox.tsx'

const now = Date.now()
const lists = () => within(screen.getByRole('navigation', { name: 'Conversations' }))
const rows = (name: string) => within(screen.getByRole('region', { name })).queryAllByRole('link')

it('puts the promise that breaks next on top and says it in words', async () => {
  const late = ellen(now, { id: 'marta', name: 'Marta', askedAt: now - 384_000 })
  await openInbox({ now, conversations: [ellen(now), late] })
  const [first, second] = rows('Waiting')
  expect(first?.textContent).toContain('Marta')
  expect(first?.textContent).toContain('told 2–6 min · 24 s late')
  expect(second?.textContent).toContain('told 2–6 min · 3 min left')
})

it('marks whose turn it is where the order of the promises is another', async () => {
  const kim = ellen(now, { id: 'kim', name: 'Kim', position: 2, askedAt: now - 2 * minute })
  const short = { lowSeconds: 0, likelySeconds: 60, highSeconds: 130 }
  const absent = ellen(now, { id: 'ines', name: 'Ines', position: 1, isVisitorConnected: false })
  const { relay } = await openInbox({
    now,
    conversations: [absent, ellen(now, { position: 2 }), { ...kim, position: 3, promised: short }],
  })
  expect(rows('Waiting').map((row) => row.textContent)).toEqual([
    expect.not.stringContaining('next in line'),
    expect.not.stringContaining('next in line'),
    expect.stringContaining('next in line'),
  ])
  await act(async () => relay.tell('conversations:changed', [{ ...absent, isVisitorConnected: true }]))
  const marked = rows('Waiting').filter((row) => row.textContent?.includes('next in line'))
  expect(marked.map((row) => row.textContent)).toEqual([expect.stringContaining('Ines')])
})

it('says what was told to somebody who could be told nothing', async () => {
  const { promised: _none, ...unpromised } = ellen(now)
  await openInbox({ now, conversations: [unpromised] })
  expect(rows('Waiting')[0]?.textContent).toContain('told “we can’t say yet”')
})

it('tells an empty desk what comes next', async () => {
  await openInbox({ now })
  expect(screen.getByRole('heading', { name: 'All quiet.' })).toBeTruthy()
  expect(lists().getByText('Nobody waits. Who asks is given to whoever is free.')).toBeTruthy()
  expect(lists().getByText('The next visitor is yours or Boris’s.')).toBeTruthy()
})

it('offers duty to an operator who is away', async () => {
  const { relay, user } = await openInbox({ now, team: [memberOf(anna, { isOnDuty: false }), memberOf(boris)] })
  expect(screen.getByRole('heading', { name: 'You are away.' })).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Go on duty' }))
  expect(requests(relay, 'duty:set')).toEqual([{ isOnDuty: true }])
})

it('counts what nobody has read, except in what is open and being read', async () => {
  const said = {
    status: 'assigned',
    operatorId: anna.id,
    lastSeq: 4,
    preview: { from: 'visitor', text: 'Hello?', at: now },
  } as const
  const read = { delivered: 4, read: 2 }
  const nils = ellen(now, { id: 'nils', name: 'Nils', ...said, operatorHas: read })
  const { user } = await openInbox({ now, conversations: [nils, ellen(now, { ...said, operatorHas: read })] })
  expect(screen.getAllByRole('img', { name: '2 unread' })).toHaveLength(2)
  await user.click(screen.getByRole('link', { name: /Nils/ }))
  await waitFor(() => expect(screen.getAllByRole('img', { name: '2 unread' })).toHaveLength(1))
})

it('says who of us spoke last', async () => {
  const held = { status: 'assigned', operatorId: anna.id } as const
  const said = (name: string, by: string) =>
    ellen(now, { ...held, id: name, name, preview: { from: 'operator', by, text: 'It is packed', at: now } })
  await openInbox({ now, conversations: [said('Nils', anna.id), said('Ben', boris.id), said('Ole', 'gone')] })
  const words = (name: RegExp) => screen.getByRole('link', { name }).querySelector('.last')?.textContent?.trim()
  expect([words(/Nils/), words(/Ben/)]).toEqual(['You: It is packed', 'Boris: It is packed'])
  expect(words(/Ole/)).toBe('It is packed')
})

it('says why a full operator can take nobody', async () => {
  const full = [memberOf(anna, { conversations: anna.capacity }), memberOf(boris)]
  await openInbox({ now, conversations: [ellen(now)], team: full })
  expect(screen.getByText('Close one, and the next is given to you.', { exact: false })).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'Take the next' })).toBeNull()
})

it('shows questions by their number and folds the team’s', async () => {
  const question = ellen(now, { id: 'nils', name: 'Nils', status: 'pending', reference: 'HC-1182' })
  const boriss = ellen(now, { id: 'ben', name: 'Ben', status: 'assigned', operatorId: boris.id })
  const { user } = await openInbox({ now, conversations: [question, boriss] })
  expect(rows('Questions 1 oldest 3 min')[0]?.textContent).toContain('HC-1182')
  expect(screen.queryByText('Ben')).toBeNull()
  await user.click(screen.getByRole('button', { name: /^Team/ }))
  expect(screen.getByRole('link', { name: /Ben/ }).textContent).toContain('Boris')
})

it('rings once for somebody new and counts in the title', async () => {
  const { relay, sounds } = await openInbox({ now })
  await act(async () => relay.tell('conversations:changed', [ellen(now)]))
  await act(async () => relay.tell('conversations:changed', [ellen(now, { isVisitorConnected: false })]))
  expect(sounds.waiting).toHaveBeenCalledTimes(1)
  expect(document.title).toBe('(1) Ellen: The zip is broken')
})

it('rings quietly for a question and counts it until somebody on the team has opened it', async () => {
  const question = ellen(now, { id: 'nils', name: 'Nils', status: 'pending', reference: 'HC-1182' })
  const { relay, sounds, desk } = await openInbox({ now })
  const tell = (head: typeof question) => act(async () => relay.tell('conversations:changed', [head]))
  await tell(question)
  expect(sounds.question).toHaveBeenCalledTimes(1)
  expect(document.title).toBe('(1) Nils: The zip is broken')
  const opened = { ...question, operatorHas: { delivered: 1, read: 1 } }
  await tell(opened)
  expect(desk.attention.pressing.value.count).toBe(0)
  await tell({ ...opened, lastSeq: 2, preview: { from: 'visitor', text: 'In blue', at: now + minute } })
  expect(document.title).toBe('(1) Nils: In blue')
  expect(sounds.question).toHaveBeenCalledTimes(1)
})

it('rings for no question where that is switched off, nor for who is away', async () => {
  const { relay, sounds, desk } = await openInbox({ now })
  const leave = (id: string) =>
    act(async () => relay.tell('conversations:changed', [ellen(now, { id, status: 'pending' })]))
  desk.preferences.choose({ soundQuestion: false })
  await leave('nils')
  desk.preferences.choose({ soundQuestion: true })
  await act(async () => relay.tell('team:changed', [memberOf(anna, { isOnDuty: false })]))
  await leave('ben')
  expect(sounds.question).not.toHaveBeenCalled()
})

it('names the seconds of a promise about to break in the title', async () => {
  await openInbox({ now, conversations: [ellen(now, { askedAt: now - 310_000 })] })
  expect(document.title).toMatch(/^(49|50) s · Ellen$/)
})

it('rings softly for a reply and not at all when that is switched off', async () => {
  const mine = { status: 'assigned', operatorId: anna.id } as const
  const { relay, sounds, desk } = await openInbox({ now, conversations: [ellen(now, mine)] })
  const reply = (at: number) =>
    act(async () =>
      relay.tell('conversations:changed', [
        ellen(now, { ...mine, lastSeq: 9, preview: { from: 'visitor', text: 'So?', at } }),
      ]),
    )
  await reply(now + minute)
  desk.preferences.choose({ soundReply: false })
  await reply(now + 2 * minute)
  expect(sounds.reply).toHaveBeenCalledTimes(1)
})

it('says that the connection is lost and what becomes of the visitors', async () => {
  const { relay } = await openInbox({ now, conversations: [ellen(now, { status: 'assigned', operatorId: anna.id })] })
  await act(async () => relay.move('down'))
  expect(screen.getByText(/Go on writing, your messages are kept here/)).toBeTruthy()
  expect(screen.getByText(/your visitors go back to the line, in front\./)).toBeTruthy()
  await act(async () => relay.move('up'))
  expect(screen.queryByText(/Go on writing/)).toBeNull()
})

it('forgets a conversation that was erased, and what was being written in it', async () => {
  const { position: _place, ...own } = ellen(now, { status: 'assigned', operatorId: anna.id })
  const keep = memoryKeep()
  const { relay, user } = await openInbox({ now, conversations: [own], keep, at: '#conversations/ellen' })
  await user.type(await screen.findByRole('textbox', { name: 'Reply to Ellen' }), 'The zip of Ellen')
  expect(keep.read('draft-message:ellen')).toBe('The zip of Ellen')
  await act(async () => relay.tell('conversation:erased', { conversationId: 'ellen' }))
  expect(screen.queryAllByRole('link', { name: /Ellen/ })).toEqual([])
  expect(screen.getByRole('heading', { name: 'This conversation is not here any more.' })).toBeTruthy()
  expect(keep.names('')).toEqual([])
})

it('folds what was closed in the last day, and says what visitors said of it', async () => {
  const end = (id: string, name: string, more: object) =>
    ellen(now, { id, name, status: 'closed', operatorId: anna.id, closedAt: now - minute, ...more })
  const solved = end('mara', 'Mara', { rating: { solved: 'yes', at: now } })
  const half = end('petr', 'Petr', { closedAt: now - 2 * minute, rating: { solved: 'in-part', at: now } })
  const old = end('ada', 'Ada', { closedAt: now - 25 * 60 * minute, rating: { solved: 'yes', at: now } })
  const { relay, user } = await openInbox({ now, conversations: [half, old, solved] })
  await user.click(screen.getByRole('button', { name: 'Closed 2 1 solved' }))
  const region = 'Closed 2 1 solved'
  expect(rows(region).map((row) => row.textContent)).toEqual([
    expect.stringMatching(/^Mara.*brokensolved$/),
    expect.stringMatching(/^Petr.*solved in part$/),
  ])
  await act(async () => relay.tell('conversations:changed', [{ ...solved, rating: { solved: 'no', at: now } }]))
  expect(rows('Closed 2')[0]?.textContent).toMatch(/not solved$/)
})

it('lets go of what is over for longer than the list shows it, once it is off the screen', async () => {
  const before = { status: 'closed', closedAt: now - 25 * 60 * minute } as const
  const { relay, desk, router } = await openInbox({ now, conversations: [ellen(now)], at: '#conversations/old' })
  const known = () => [...desk.lists.heads.peek().keys()]
  await act(async () => relay.tell('conversations:changed', [ellen(now, { id: 'old', ...before })]))
  expect(known()).toEqual(['ellen', 'old'])
  await act(async () => router.go({ page: 'conversations' }, 'replace'))
  expect(known()).toEqual(['ellen'])
})

it('keeps what it knows of a conversation where nothing else is said of it', async () => {
  const { relay, desk } = await openInbox({ now, conversations: [ellen(now)] })
  const before = desk.lists.heads.peek()
  await act(async () => relay.tell('conversations:changed', [ellen(now)]))
  expect(desk.lists.heads.peek()).toBe(before)
  await act(async () => relay.tell('conversations:changed', [ellen(now, { lastSeq: 2 })]))
  expect(desk.lists.heads.peek().get('ellen')?.lastSeq).toBe(2)
})

it('leads to each list by its number, unfolds it, and to its head where nobody is in it', async () => {
  const at = { status: 'assigned' as const, assignedAt: now - minute }
  const mine = ellen(now, { id: 'mine', name: 'Mine', operatorId: anna.id, ...at })
  const theirs = ellen(now, { id: 'theirs', name: 'Theirs', operatorId: boris.id, ...at })
  const { user, router } = await openInbox({ now, conversations: [ellen(now), mine, theirs], at: '#replies' })
  const leadsTo = async (key: string, words: RegExp) => {
    await user.keyboard(key)
    await waitFor(() => expect(document.activeElement?.textContent).toMatch(words))
  }
  await leadsTo('1', /^Ellen/)
  expect(router.place.value.page).toBe('conversations')
  await leadsTo('2', /^Mine/)
  expect(lists().queryByText('Theirs')).toBeNull()
  await leadsTo('4', /^Theirs/)
  await leadsTo('3', /^Questions/)
  await user.keyboard('/')
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('searchbox')))
  await user.keyboard('1')
  expect(screen.getByRole('searchbox')).toHaveProperty('value', '1')
})
