import { act, cleanup, screen } from '@testing-library/preact'
import { beforeEach, expect, it } from 'vitest'
import { anna, boris } from './kit/anna.ts'
import { memberOf } from './kit/desk-double.ts'
import { openInbox } from './kit/open-inbox.tsx'
import { sentTo } from './kit/relay-double.ts'

const topics = [{ id: 'repairs', name: 'Repairs', skill: 'Repairs' }]
const profile = { capacity: 3, languages: [], skills: [], rank: -1 }
const path = '/api/operators/b2'

beforeEach(() => sessionStorage.clear())

/** What is said of Boris, as Anna the owner sees it. */
async function open() {
  const routes = {
    'GET /api/settings': { body: { topics } },
    [`GET ${path}/sessions`]: { body: [] },
    [`PUT ${path}`]: (body: unknown) => ({ body: { ...boris, ...(body as object) } }),
  }
  return openInbox({ now: Date.now(), at: '#team/b2', routes })
}

const save = () => screen.getByRole('button', { name: 'Save' })
const capacity = () => screen.getByLabelText<HTMLInputElement>('Conversations at once')

it('saves what comes to somebody', async () => {
  const { user, asked } = await open()
  await user.click(screen.getByRole('checkbox', { name: 'Deutsch German' }))
  await user.click(await screen.findByRole('button', { name: 'Add Repairs' }))
  await user.type(screen.getByLabelText('Skills'), 'returns{Enter}')
  await user.clear(capacity())
  await user.type(capacity(), '1')
  await user.click(screen.getByRole('radio', { name: 'Usual' }))
  await user.click(save())
  expect(await screen.findByText('Saved')).toBeTruthy()
  // “Returns” is how Anna's skill is written.
  const sent = { capacity: 1, languages: ['de'], skills: ['Repairs', 'Returns'], rank: 0 }
  expect(sentTo(asked, 'PUT', path)).toEqual(sent)
})

it('takes a save back', async () => {
  const { user, asked } = await open()
  await user.click(screen.getByRole('radio', { name: 'First' }))
  await user.click(save())
  await user.click(await screen.findByRole('button', { name: 'Undo' }))
  expect(sentTo(asked, 'PUT', path)).toEqual(profile)
  expect(await screen.findByRole<HTMLInputElement>('radio', { name: 'Newcomer', checked: true })).toBeTruthy()
})

it('keeps unsaved changes while Anna looks elsewhere, and says so', async () => {
  const { user } = await open()
  await user.click(screen.getByRole('checkbox', { name: 'Deutsch German' }))
  cleanup()
  await open()
  expect(screen.getByRole<HTMLInputElement>('checkbox', { name: 'Deutsch German' }).checked).toBe(true)
  expect(screen.getByText('Not saved yet. Your changes are kept in this tab.')).toBeTruthy()
})

it('says when somebody else has changed the same person meanwhile', async () => {
  const { user, relay } = await open()
  await user.click(screen.getByRole('checkbox', { name: 'Deutsch German' }))
  await act(async () => relay.tell('team:changed', [memberOf(anna), memberOf({ ...boris, capacity: 5 })]))
  expect(screen.getByText(/^Changed elsewhere meanwhile/)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Discard' }))
  expect(capacity().value).toBe('5')
})

it('tells what is wrong instead of saving it', async () => {
  const { user, asked } = await open()
  await user.clear(capacity())
  await user.type(capacity(), '0')
  await user.click(save())
  expect(await screen.findByText('A whole number from 1 to 1,000.')).toBeTruthy()
  expect(sentTo(asked, 'PUT', path)).toBeUndefined()
})

it('keeps what was refused, and says why', async () => {
  const { user, routes } = await open()
  routes[`PUT ${path}`] = 'unreachable'
  await user.click(screen.getByRole('radio', { name: 'First' }))
  await user.click(save())
  expect(await screen.findByText(/^The relay does not answer/)).toBeTruthy()
  expect(screen.getByRole<HTMLInputElement>('radio', { name: 'First' }).checked).toBe(true)
})

it('finds a language among the sixteen and takes any other by name or tag', async () => {
  const { user, asked } = await open()
  const find = screen.getByLabelText('Find or add a language')
  await user.type(find, 'ukr')
  expect(screen.getAllByRole('checkbox')).toHaveLength(1)
  await user.type(find, '{Enter}Greek{Enter}pt-br{Enter}')
  await user.click(save())
  await screen.findByText('Saved')
  expect(sentTo(asked, 'PUT', path)).toEqual({ ...profile, languages: ['uk', 'el', 'pt-BR'] })
})

it('refuses what is no language and says what would be', async () => {
  const { user } = await open()
  const find = screen.getByLabelText('Find or add a language')
  await user.type(find, 'jp{Enter}')
  expect(screen.getByText('“jp” is a country. Its language is Japanese, with the tag ja.')).toBeTruthy()
  await user.clear(find)
  await user.type(find, 'xx{Enter}')
  expect(screen.getByText('No language has the tag “xx”.')).toBeTruthy()
  await user.clear(find)
  await user.type(find, 'klingonish{Enter}')
  expect(screen.getByText(/^“klingonish” is neither/)).toBeTruthy()
})
