import { act, screen, within } from '@testing-library/preact'
import { expect, it } from 'vitest'
import { anna, boris } from './kit/anna.ts'
import { ellen, memberOf, welcome } from './kit/desk-double.ts'
import { openInbox } from './kit/open-inbox.tsx'

const now = Date.now()
const team = [memberOf(anna), memberOf(boris)]
const routes = { 'GET /api/canned-replies': { body: { replies: [] } } }
const open = (at: string) => openInbox({ now, at, self: boris, team, routes })
const ways = (within: Pick<typeof screen, 'getAllByRole'>) =>
  within.getAllByRole('link').map((link) => link.getAttribute('href'))
const places = () => within(screen.getAllByRole('navigation', { name: 'Places' })[0] as HTMLElement)

it.each(['settings', 'team', 'team/a1', 'privacy', 'waits'])('tells an operator at #%s whom to ask', async (page) => {
  const { asked } = await open(`#${page}`)
  expect(screen.getByRole('heading', { name: 'This page is for owners' })).toBeTruthy()
  expect(screen.getByText(/^Ask Anna if something/)).toBeTruthy()
  expect(screen.getByRole('link', { name: 'To the conversations' }).getAttribute('href')).toBe('#conversations')
  expect(asked.map(({ path }) => path)).not.toContain(`/api/${page}`)
})

it('shows operators no way to what is for owners', async () => {
  const { user, router } = await open('#account')
  expect(screen.getByRole('heading', { name: 'Your account' })).toBeTruthy()
  expect(ways(places())).toEqual(['#conversations', '#entries', '#replies'])
  expect(ways(within(screen.getByRole('navigation', { name: 'Settings' })))).toEqual([
    '#roster',
    '#replies',
    '#alerts',
    '#account',
  ])
  await user.keyboard('gs')
  expect(router.place.value).toEqual({ page: 'replies' })
  await user.keyboard('?')
  expect(within(screen.getByRole('dialog')).queryByText('Waits')).toBeNull()
})

it('opens the page once Boris is made an owner', async () => {
  const { relay } = await open('#team')
  const owner = { ...boris, isOwner: true }
  await act(async () => relay.tell('operator:welcome', { ...welcome(now, [ellen(now)], team), self: owner }))
  expect(await screen.findByRole('button', { name: 'Add an operator' })).toBeTruthy()
})
