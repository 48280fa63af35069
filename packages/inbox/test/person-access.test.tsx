import { act, screen, within } from '@testing-library/preact'
import { beforeEach, expect, it } from 'vitest'
import { anna, boris } from './kit/anna.ts'
import { memberOf } from './kit/desk-double.ts'
import { openInbox } from './kit/open-inbox.tsx'
import { sentTo } from './kit/relay-double.ts'

beforeEach(() => sessionStorage.clear())

const path = '/api/operators/b2'
const url = 'https://help.holm.example/inbox/#new-password=once'

const begunAt = Date.UTC(2026, 10, 2, 9)
const laptop = { id: 's1', browser: 'Firefox', system: 'Windows', begunAt, isThis: false }
const phone = { id: 's2', browser: 'Safari', system: 'iPhone', begunAt, isThis: false }

/** Boris's page, or another, as Anna the owner sees it. */
function open(at = '#team/b2') {
  const routes = {
    'GET /api/settings': { body: { topics: [] } },
    [`PUT ${path}/role`]: (body: unknown) => ({ body: { ...boris, ...(body as object) } }),
    [`PUT ${path}/disabled`]: (body: unknown) => ({ body: { ...boris, ...(body as object) } }),
    [`PUT ${path}/shown`]: (body: unknown) => ({ body: { ...boris, ...(body as object) } }),
    [`POST ${path}/password-link`]: { body: { url, expiresAt: new Date(2026, 11, 1, 9, 30).getTime() } },
    [`GET ${path}/sessions`]: { body: [laptop, phone] },
    [`DELETE ${path}/sessions/s1`]: { body: null },
    [`DELETE ${path}/sessions`]: { body: null },
    [`DELETE ${path}`]: { body: null },
    [`POST ${path}/restore`]: { body: boris },
  }
  const team = [memberOf(anna), memberOf(boris, { conversations: 2 })]
  return openInbox({ now: Date.now(), at, routes, team })
}

it('makes Boris an owner, and takes it back', async () => {
  const { user, asked } = await open()
  await user.click(screen.getByRole('radio', { name: 'Owner' }))
  expect(sentTo(asked, 'PUT', `${path}/role`)).toEqual({ isOwner: true })
  expect(await screen.findByText('Boris is an owner now.')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Undo' }))
  expect(sentTo(asked, 'PUT', `${path}/role`)).toEqual({ isOwner: false })
})

it('changes what visitors see of Boris', async () => {
  const { user, asked, relay } = await open()
  const name = screen.getByLabelText<HTMLInputElement>('Name visitors see')
  await user.clear(name)
  await user.type(name, 'Borja{Enter}')
  expect(await screen.findByText('Saved. Visitors see it at once.')).toBeTruthy()
  expect(sentTo(asked, 'PUT', `${path}/shown`)).toEqual({ name: 'Borja' })
  await act(async () =>
    relay.tell('team:changed', [memberOf(anna), memberOf({ ...boris, name: 'Bo', role: 'Repairs' })]),
  )
  expect(screen.getByRole('heading', { name: 'Bo' })).toBeTruthy()
  expect(name.value).toBe('Bo')
  expect(screen.getByLabelText<HTMLInputElement>('What they do').value).toBe('Repairs')
})

it('shows the role that the relay tells', async () => {
  const { relay } = await open()
  await act(async () => relay.tell('team:changed', [memberOf(anna), memberOf({ ...boris, isOwner: true })]))
  expect(screen.getByRole('radio', { name: 'Owner', checked: true })).toBeTruthy()
})

it('keeps the role where the relay refuses another, and says why', async () => {
  const { user, routes } = await open()
  routes[`PUT ${path}/role`] = { status: 409, body: { refusal: 'last-owner' } }
  await user.click(screen.getByRole('radio', { name: 'Owner' }))
  expect(await screen.findByText(/^This desk needs an owner/)).toBeTruthy()
  expect(screen.getByRole('radio', { name: 'Operator', checked: true })).toBeTruthy()
})

it('gives a link for a lost password to copy, and says how long it works', async () => {
  const { user } = await open()
  await user.click(screen.getByRole('button', { name: 'Make a link' }))
  expect(await screen.findByText(url)).toBeTruthy()
  expect(screen.getByText(/works once, until .*1.*30/)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Copy the link' }))
  expect(await navigator.clipboard.readText()).toBe(url)
})

it('says beside the button why there is no link', async () => {
  const { user, routes } = await open()
  routes[`POST ${path}/password-link`] = 'unreachable'
  const button = screen.getByRole('button', { name: 'Make a link' })
  await user.click(button)
  const told = await screen.findByText(/^The relay does not answer/)
  expect(button.parentElement?.contains(told)).toBe(true)
})

it('lists where Boris is signed in, and ends one of these', async () => {
  const { user, asked, routes } = await open()
  expect(await screen.findByText('Safari on iPhone')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'End: Firefox on Windows' }))
  expect(asked.at(-1)).toMatchObject({ method: 'DELETE', path: `${path}/sessions/s1` })
  expect(screen.queryByText('Firefox on Windows')).toBeNull()
  routes[`GET ${path}/sessions`] = { body: [] }
  await user.click(screen.getByRole('button', { name: 'Sign out everywhere' }))
  expect(await screen.findByText('Signed in nowhere.')).toBeTruthy()
})

it('signs Boris out everywhere', async () => {
  const { user, asked } = await open()
  await user.click(screen.getByRole('button', { name: 'Sign out everywhere' }))
  expect(await screen.findByText('Boris is signed out everywhere.')).toBeTruthy()
  expect(asked).toContainEqual({ method: 'DELETE', path: `${path}/sessions`, body: undefined })
})

it('disables Boris, and enables him again', async () => {
  const { user, asked, relay, routes } = await open()
  expect(await screen.findByText('Safari on iPhone')).toBeTruthy()
  routes[`GET ${path}/sessions`] = { body: [] }
  await user.click(screen.getByRole('button', { name: 'Disable' }))
  expect(sentTo(asked, 'PUT', `${path}/disabled`)).toEqual({ isDisabled: true })
  expect(await screen.findByText('Boris is disabled.')).toBeTruthy()
  expect(await screen.findByText('Signed in nowhere.')).toBeTruthy()
  await act(async () => relay.tell('team:changed', [memberOf(anna), memberOf({ ...boris, isDisabled: true })]))
  expect(screen.queryByRole('button', { name: 'Make a link' })).toBeNull()
  await user.click(screen.getByRole('button', { name: 'Enable again' }))
  expect(sentTo(asked, 'PUT', `${path}/disabled`)).toEqual({ isDisabled: false })
})

it('removes Boris once Anna has read what that does, and takes that back', async () => {
  const { user, asked, router } = await open()
  await user.click(screen.getByRole('button', { name: 'Remove from the team' }))
  const question = screen.getByRole('dialog', { name: 'Remove Boris from the team?' })
  expect(within(question).getByText('Their 2 conversations go back to the line.')).toBeTruthy()
  await user.click(within(question).getByRole('button', { name: 'Cancel' }))
  expect(asked.some(({ method }) => method === 'DELETE')).toBe(false)
  await user.click(screen.getByRole('button', { name: 'Remove from the team' }))
  await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Remove from the team' }))
  expect(await screen.findByText('Boris is not on the team any more.')).toBeTruthy()
  expect(router.place.value).toEqual({ page: 'team' })
  await user.click(screen.getByRole('button', { name: 'Undo' }))
  expect(asked.at(-1)).toMatchObject({ method: 'POST', path: `${path}/restore` })
  expect(await screen.findByText('Boris is on the team again.')).toBeTruthy()
})

it('stays and says why where removing failed', async () => {
  const { user, routes } = await open()
  routes[`DELETE ${path}`] = 'unreachable'
  await user.click(screen.getByRole('button', { name: 'Remove from the team' }))
  const question = within(screen.getByRole('dialog'))
  await user.click(question.getByRole('button', { name: 'Remove from the team' }))
  expect(await question.findByText(/^The relay does not answer/)).toBeTruthy()
})

it('offers none of it to owners for themselves', async () => {
  await open('#team/a1')
  expect(screen.queryByRole('button', { name: /Remove from|Make a link|Sign out/ })).toBeNull()
  expect(screen.getByRole('link', { name: 'Password and signing out' }).getAttribute('href')).toBe('#account')
})
