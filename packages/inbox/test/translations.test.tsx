import { screen, within } from '@testing-library/preact'
import { expect, it } from 'vitest'
import { anna, boris } from './kit/anna.ts'
import { customs, faqRoutes, refund } from './kit/faq-routes.ts'
import { openInbox } from './kit/open-inbox.tsx'
import { sentTo } from './kit/relay-double.ts'

const arrival = { ...customs, id: 'arrival', translations: { ...customs.translations } }
const at = Date.now()
const by = { at, operatorId: anna.id, kind: 'saved' } as const
const english = [
  { changeId: 9, by, words: { question: 'Do I pay customs duties?', answer: 'Never inside the Union.' } },
  { changeId: 2, words: { question: 'Do I pay customs duties?', answer: 'Not inside the Union.' } },
]

function open(place: string, self = anna) {
  const routes = {
    ...faqRoutes({ entries: [customs, arrival, refund] }),
    'GET /api/outdated-entries': { body: { customs: ['de'] } },
    'GET /api/entries/customs/versions?locale=en': { body: { versions: english } },
    'GET /api/entries/customs/versions?locale=de': { body: { versions: [] } },
    'POST /api/entries/customs/confirm': () => {
      routes['GET /api/outdated-entries'] = { body: {} as { customs: string[] } }
      return { body: null }
    },
  }
  return openInbox({ now: at, at: place, routes, self })
}

it('tells what is there, missing and older than the original, and leads into the editor of that language', async () => {
  const { user } = await open('#entries')
  const cells = async (name: string) => (await screen.findAllByRole('link', { name })).map((cell) => cell.closest('tr'))
  expect((await cells('Deutsch: there'))[0]?.textContent).toContain('customs')
  expect(await cells('Deutsch: missing')).toHaveLength(1)
  await user.click(screen.getByRole('link', { name: 'Deutsch: older than the original' }))
  const tab = await screen.findByRole('tab', { selected: true })
  expect(tab.textContent).toBe('Deutsch older than the original')
})

it('lists what is still to translate into the language of the list', async () => {
  const { user } = await open('#entries')
  await user.selectOptions(await screen.findByLabelText('Language'), 'de')
  await user.click(screen.getByRole('button', { name: 'To translate: 2' }))
  const rows = within(screen.getByRole('table')).getAllByRole('link', { name: /\?/ })
  expect(rows.map(({ textContent }) => textContent)).toEqual(['Zahle ich Zoll?', 'When is my refund there?en'])
})

it('shows what changed in the original, until the words are found still right', async () => {
  const { user, asked } = await open('#entries/customs/de')
  await expect.poll(() => document.querySelector('ins')?.textContent).toBe('Never')
  expect(document.querySelector('del')?.textContent).toBe('Not')
  await user.click(screen.getByRole('button', { name: 'It is still right' }))
  await expect.poll(() => screen.queryByText(/have changed since this was written/)).toBeNull()
  expect(sentTo(asked, 'POST', '/api/entries/customs/confirm')).toEqual({ locale: 'de' })
})

it('shows operators the same without a way to write', async () => {
  await open('#entries', boris)
  expect(await screen.findByRole('img', { name: 'Deutsch: older than the original' })).toBeTruthy()
})
