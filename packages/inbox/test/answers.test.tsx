import type { OperatorItem } from '@deskbell/protocol'
import { cleanup, screen, waitFor, within } from '@testing-library/preact'
import { expect, it } from 'vitest'
import { anna } from './kit/anna.ts'
import { ellen, ellensWords, requests } from './kit/desk-double.ts'
import { customs, faqRoutes, published, refund } from './kit/faq-routes.ts'
import { memoryKeep } from './kit/memory-keep.ts'
import { openInbox } from './kit/open-inbox.tsx'

const now = Date.now()
const mine = ellen(now, { status: 'assigned', operatorId: anna.id, assignedAt: now - 60_000 })
const taken: OperatorItem = { kind: 'assigned', seq: 2, at: now, to: anna }
const items = [ellensWords(now), taken]
const field = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Reply to Ellen' })
const popover = () => screen.findByRole('dialog', { name: 'Insert an answer' })
const search = async () => within(await popover()).getByRole<HTMLInputElement>('combobox')

const accepts = ({ id, text }: { id: string; text: string }) => {
  return { ok: true, value: { kind: 'message', seq: 3, at: now, id, from: 'operator', by: anna, text } }
}

/** Ellen has searched, asked, and is Anna's. */
function talking(searched: readonly string[], more: Partial<Parameters<typeof openInbox>[0]> = {}) {
  const before = { searches: searched.map((query) => ({ query, found: 0, at: now - 200_000 })), entries: [] }
  const opened = { ok: true, value: { conversation: mine, before, earlier: [], page: { items, hasMore: false } } }
  const replies = { 'conversation:open': opened, 'message:send': accepts }
  return openInbox({ now, at: '#conversations/ellen', conversations: [mine], routes: faqRoutes(), replies, ...more })
}

it('begins with what the visitor searched last and inserts the answer with Enter', async () => {
  const { relay, user } = await talking(['zip', 'refund'])
  await user.click(screen.getByRole('button', { name: 'Answers' }))
  await waitFor(async () => expect((await search()).value).toBe('refund'))
  expect(document.activeElement).toBe(await search())
  const option = within(await popover()).getByRole('option', { selected: true })
  expect(option.textContent).toBe('When is my refund there?Within five days.')
  await user.keyboard('{Enter}')
  expect(field().value).toBe('Within five days.')
  expect(document.activeElement).toBe(field())
  await user.keyboard(' Promised.{Enter}')
  const sent = { conversationId: 'ellen', text: 'Within five days. Promised.', answers: ['refund'] }
  expect(requests(relay, 'message:send')).toMatchObject([sent])
})

it('opens by Ctrl and J, is walked by the arrow keys and closed by Escape', async () => {
  const { user } = await talking([])
  await user.click(field())
  await user.keyboard('Hello Ellen,{Control>}j{/Control}')
  await waitFor(async () => expect((await search()).value).toBe('The zip is broken'))
  await user.clear(await search())
  await user.keyboard('{ArrowDown}')
  expect(within(await popover()).getByRole('option', { selected: true }).textContent).toMatch(/refund/)
  await user.keyboard('{Escape}')
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(document.activeElement).toBe(field())
  expect(field().value).toBe('Hello Ellen,')
})

it('inserts the way to its public page with Shift and Enter, in the visitor’s language', async () => {
  const german = { ...mine, locale: 'de-AT' }
  const routes = faqRoutes()
  const entries = [published(customs, 'de'), published(refund, 'de')]
  routes['GET /api/entries'] = { body: { locale: 'de', fallbacks: ['en'], entries, isWhole: true } }
  const opened = {
    conversation: german,
    before: { searches: [], entries: [] },
    earlier: [],
    page: { items, hasMore: false },
  }
  const replies = { 'conversation:open': { ok: true, value: opened }, 'message:send': accepts }
  const { relay, user } = await talking([], { conversations: [german], routes, replies })
  await user.click(field())
  await user.keyboard('{Control>}j{/Control}')
  await waitFor(async () => expect((await search()).value).not.toBe(''))
  await user.clear(await search())
  await within(await popover()).findAllByRole('option')
  await user.keyboard('{Shift>}{Enter}{/Shift}')
  expect(field().value).toBe(`Zahle ich Zoll?\n${new URL('../faq/de/customs/', location.href)}`)
  await user.keyboard('{Enter}')
  expect(requests(relay, 'message:send')).toMatchObject([{ answers: ['customs'] }])
})

it('inserts links for as long as they are wanted, to an entry of another language too', async () => {
  const german = { ...mine, locale: 'de' }
  const routes = faqRoutes()
  routes['GET /api/entries'] = {
    body: { locale: 'de', fallbacks: ['en'], entries: [published(refund, 'de')], isWhole: true },
  }
  const opened = {
    conversation: german,
    before: { searches: [], entries: [] },
    earlier: [],
    page: { items, hasMore: false },
  }
  const replies = { 'conversation:open': { ok: true, value: opened } }
  const { user } = await talking([], { conversations: [german], routes, replies })
  await user.keyboard('{Control>}j{/Control}')
  await user.clear(await search())
  const asLink = within(await popover()).getByRole('button', { name: 'As a link' })
  await user.click(asLink)
  expect(asLink.getAttribute('aria-pressed')).toBe('true')
  expect(document.activeElement).toBe(await search())
  await user.click(await within(await popover()).findByRole('option'))
  expect(field().value).toBe(`When is my refund there?\n${new URL('../faq/de/refund/', location.href)}`)
})

it('puts the answer at the caret, on lines of its own', async () => {
  const { user } = await talking(['refund'])
  await user.click(field())
  await user.keyboard('Hello Ellen,Bye')
  field().setSelectionRange(12, 12)
  await user.keyboard('{Control>}j{/Control}')
  await within(await popover()).findByRole('option')
  await user.keyboard('{Enter}')
  expect(field().value).toBe('Hello Ellen,\nWithin five days.\nBye')
})

it('forgets the answer once the field is emptied, and remembers it over a reload', async () => {
  const keep = memoryKeep()
  const { user } = await talking(['refund'], { keep })
  await user.keyboard('{Control>}j{/Control}')
  await within(await popover()).findByRole('option')
  await user.keyboard('{Enter}')
  cleanup()
  const again = await talking([], { keep })
  await again.user.click(field())
  await again.user.keyboard('{Enter}')
  expect(requests(again.relay, 'message:send')).toMatchObject([{ answers: ['refund'] }])
  await again.user.keyboard('{Control>}j{/Control}')
  await waitFor(async () => expect((await search()).value).toBe('The zip is broken'))
  await again.user.clear(await search())
  await waitFor(async () => expect(within(await popover()).getAllByRole('option')).toHaveLength(2))
  await again.user.keyboard('{Enter}')
  await again.user.clear(field())
  await again.user.keyboard('Something else{Enter}')
  expect(requests(again.relay, 'message:send').at(-1)).not.toHaveProperty('answers')
})

it('shows the answers in the language of the visitor and names a fallback', async () => {
  const german = { ...mine, locale: 'de' }
  const opened = {
    conversation: german,
    before: { searches: [], entries: [] },
    earlier: [],
    page: { items, hasMore: false },
  }
  const routes = faqRoutes()
  const entries = [published(customs, 'de'), published(refund, 'de')]
  routes['GET /api/entries'] = { body: { locale: 'de', fallbacks: ['en'], entries, isWhole: true } }
  const replies = { 'conversation:open': { ok: true, value: opened } }
  const { user, asked } = await talking([], { conversations: [german], routes, replies })
  await user.keyboard('{Control>}j{/Control}')
  await waitFor(async () => expect((await search()).value).not.toBe(''))
  await user.clear(await search())
  const options = await within(await popover()).findAllByRole('option')
  expect(options.map((option) => option.textContent)).toEqual([
    'Zahle ich Zoll?In der Union nicht.',
    'When is my refund there?Within five days.only in English',
  ])
  expect(asked.at(-1)?.path).toBe('/api/entries?locale=de')
})

it('lets the relay search where there are too many entries for a page', async () => {
  const routes = faqRoutes()
  routes['GET /api/entries'] = { body: { locale: 'en', fallbacks: [], entries: [], isWhole: false } }
  routes['GET /api/search'] = { body: { results: [published(refund, 'en')], near: [] } }
  const { user, asked } = await talking(['refund'], { routes })
  await user.keyboard('{Control>}j{/Control}')
  expect((await within(await popover()).findByRole('option')).textContent).toMatch(/When is my refund/)
  await user.clear(await search())
  await user.keyboard('money')
  await waitFor(() => expect(asked.at(-1)?.path).toBe('/api/search?locale=en&q=money'))
  expect(asked.map(({ path }) => path)).not.toContain('/api/search?locale=en&q=mone')
})

it('says that nothing answers, and that the relay does not', async () => {
  const { user, routes } = await talking(['qwfpxyzzy'])
  await user.keyboard('{Control>}j{/Control}')
  expect(await screen.findByText('Nothing here answers “qwfpxyzzy”.')).toBeTruthy()
  await user.keyboard('{Escape}')
  routes['GET /api/entries'] = 'unreachable'
  await user.keyboard('{Control>}j{/Control}')
  const again = await within(await popover()).findByRole('button', { name: 'Try again' })
  routes['GET /api/entries'] = faqRoutes()['GET /api/entries'] ?? 'unreachable'
  await user.click(again)
  expect(await within(await popover()).findByRole('combobox')).toBeTruthy()
})

it('offers no answers for a note', async () => {
  const { user } = await talking([])
  await user.keyboard('m{Control>}j{/Control}')
  expect(screen.queryByRole('button', { name: 'Answers' })).toBeNull()
  expect(screen.queryByRole('dialog')).toBeNull()
})
