import type { Entry } from '@deskbell/protocol'
import { screen, within } from '@testing-library/preact'
import type { UserEvent } from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { boris } from './kit/anna.ts'
import { customs, faqRoutes, refund } from './kit/faq-routes.ts'
import { openInbox } from './kit/open-inbox.tsx'
import { sentTo } from './kit/relay-double.ts'
import { tellLocales } from './kit/tell-locales.ts'

function open({ isOwner = true, entries = [customs, refund] }: { isOwner?: boolean; entries?: Entry[] } = {}) {
  const imported = { 'POST /api/entries/import': { body: { added: 3, changed: 2, unchanged: 55, changeId: 4 } } }
  const undone = { 'POST /api/entry-changes/4/undo': { body: { undone: 5, kept: 0 } } }
  const routes = { ...faqRoutes({ entries }), ...imported, ...undone }
  return openInbox({ now: Date.now(), at: '#entries', routes, ...(!isOwner && { self: boris }) })
}

const question = (name: RegExp) => screen.queryByRole('link', { name })

it('begins with how many there are and where the most is missing', async () => {
  const { relay } = await open()
  await tellLocales(relay, 'en', 'de')
  expect(await screen.findByText('2 questions in 2 languages. Deutsch has the widest gap: 1 missing.')).toBeTruthy()
})

it('says what is missing in a language of the site that no entry is in', async () => {
  const { relay, user } = await open()
  await screen.findByText(/2 questions in 2 languages/)
  await tellLocales(relay, 'en', 'pl')
  expect(screen.getByText('2 questions in 3 languages. Polski has the widest gap: 2 missing.')).toBeTruthy()
  await user.selectOptions(screen.getByLabelText('Language'), 'pl')
  expect(screen.getByRole('button', { name: 'To translate: 2' })).toBeTruthy()
})

it('finds a question by words that are not spelled right', async () => {
  const { user } = await open()
  await user.type(await screen.findByRole('searchbox'), 'custms duty')
  expect(question(/customs duties/)).toBeTruthy()
  expect(question(/refund/)).toBeNull()
  expect(screen.getByText('1 entry')).toBeTruthy()
})

it('lists one category alone', async () => {
  const { user } = await open()
  const menu = await screen.findByRole('navigation', { name: 'Entries' })
  await user.click(await within(menu).findByRole('button', { name: /returns/ }))
  expect(question(/refund/)).toBeTruthy()
  expect(question(/customs/)).toBeNull()
})

it('says how often visitors opened each, and puts the most read first', async () => {
  const read = (entryId: string, locale: string, count: number) => ({ entryId, locale, count })
  const reads = [read('refund', 'en', 1200), read('customs', 'en', 2), read('refund', 'de', 34)]
  const { user } = await openInbox({ now: Date.now(), at: '#entries', routes: faqRoutes({ reads }) })
  const lines = () =>
    screen.getAllByRole('link', { name: /customs|refund/ }).map((link) => {
      const cells = link.closest('tr')?.querySelectorAll('td')
      return [link.textContent, [...(cells ?? [])].at(-1)?.textContent]
    })
  await screen.findByRole('columnheader', { name: 'Reads' })
  expect(lines()).toEqual([
    ['Do I pay customs duties?', '2'],
    ['When is my refund there?', '1,234'],
  ])
  await user.click(screen.getByRole('button', { name: 'Most read first' }))
  expect(lines().map(([, count]) => count)).toEqual(['1,234', '2'])
  expect(screen.queryByRole('rowheader', { name: 'returns' })).toBeNull()
})

it('has no column of reads before anybody has read anything', async () => {
  await open()
  await screen.findByRole('columnheader', { name: 'Question' })
  expect(screen.queryByRole('columnheader', { name: 'Reads' })).toBeNull()
  expect(screen.queryByRole('button', { name: 'Most read first' })).toBeNull()
})

it('lets operators read an entry as visitors of a language do, and says where it falls back', async () => {
  const { user } = await open({ isOwner: false })
  await user.selectOptions(await screen.findByLabelText('Language'), 'de')
  await user.click(await screen.findByRole('link', { name: /refund/ }))
  expect(await screen.findByText('Within five days.')).toBeTruthy()
  expect(screen.getByText('There are no words in Deutsch yet. Visitors read this in English.')).toBeTruthy()
  await user.keyboard('{Escape}')
  expect(await screen.findByRole('searchbox')).toBeTruthy()
})

async function choose(user: UserEvent, text: string, name = 'faq.json') {
  await user.click(await screen.findByRole('button', { name: 'Import or export' }))
  await user.upload(await screen.findByLabelText('Choose a file'), new File([text], name))
}

const hello: Entry = { id: 'hello', translations: { en: { question: 'Hello?', answer: 'Hello.' } } }

it('shows what a file would change, language by language, and changes it once that was seen', async () => {
  const { user, asked } = await open()
  const customsInPolish = { ...customs, translations: { pl: { question: 'Czy płacę cło?', answer: 'Nie.' } } }
  const refundSooner = {
    ...refund,
    translations: { en: { question: 'When is my refund there?', answer: 'Within three days.' } },
  }
  await choose(user, JSON.stringify([hello, customsInPolish, refundSooner]))
  expect(
    await screen.findByText('faq.json: 1 to add, 2 to change, 0 as they are here. Nothing is changed yet.'),
  ).toBeTruthy()
  expect(sentTo(asked, 'POST', '/api/entries/import')).toBeUndefined()
  await user.click(screen.getByText('When is my refund there?', { selector: 'summary bdi' }))
  const texts = (name: string) => [...document.querySelectorAll(name)].map(({ textContent }) => textContent)
  await expect.poll(() => texts('del')).toContain('five')
  expect(texts('ins')).toContain('three')
  await user.click(screen.getByRole('button', { name: 'Import' }))
  expect(await screen.findByText('faq.json: 3 added, 2 changed.')).toBeTruthy()
  const { pl } = customsInPolish.translations
  const kept = {
    ...refund,
    translations: { en: { ...refundSooner.translations.en, keywords: ['money back'] } },
  }
  const whole = { ...customs, translations: { ...customs.translations, pl } }
  expect(sentTo(asked, 'POST', '/api/entries/import')).toEqual({ entries: [hello, whole, kept] })
})

it('takes an import back', async () => {
  const { user, asked } = await open()
  await choose(user, JSON.stringify([hello]))
  await user.click(await screen.findByRole('button', { name: 'Import' }))
  await user.click(await screen.findByRole('button', { name: 'Take back' }))
  expect(await screen.findByText('Taken back: 5 entries are as they were before.')).toBeTruthy()
  expect(asked.some(({ path }) => path === '/api/entry-changes/4/undo')).toBe(true)
})

it('has nothing to import where all is as it is here', async () => {
  const { user } = await open()
  await choose(user, JSON.stringify([customs, refund]))
  await screen.findByText('faq.json: 0 to add, 0 to change, 2 as they are here. Nothing is changed yet.')
  expect(screen.queryByRole('button', { name: 'Import' })).toBeNull()
})

it('reads what is pasted', async () => {
  const { user } = await open()
  await user.click(await screen.findByRole('button', { name: 'Import or export' }))
  await user.click(await screen.findByText('Paste instead'))
  await user.click(screen.getByLabelText('The source of a page, JSON or CSV'))
  await user.paste('question,answer\nHello?,Hello.')
  await user.click(screen.getByRole('button', { name: 'Read it' }))
  expect(await screen.findByText(/^What you pasted: 1 to add/)).toBeTruthy()
  expect(screen.getByText('Hello?')).toBeTruthy()
})

it('names place and field of a file that is wrong, and sends nothing', async () => {
  const { user, asked } = await open()
  await choose(user, 'id,language,question,answer\nrefund,de,,Bald.', 'faq.csv')
  expect(await screen.findByText('Row 2, de.question:')).toBeTruthy()
  expect(sentTo(asked, 'POST', '/api/entries/import')).toBeUndefined()
})

it('offers an owner without entries to write one or to bring some in', async () => {
  await open({ entries: [] })
  expect(await screen.findByRole('heading', { name: 'No entries yet' })).toBeTruthy()
  expect(screen.getByRole('button', { name: 'New entry' })).toBeTruthy()
  expect(await screen.findByLabelText('Choose a file')).toBeTruthy()
})

it('lets operators read but not write or import', async () => {
  await open({ isOwner: false })
  expect(await screen.findByRole('link', { name: /refund/ })).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'New entry' })).toBeNull()
  expect(screen.queryByRole('button', { name: 'Import or export' })).toBeNull()
})
