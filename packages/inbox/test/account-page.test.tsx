import { screen, within } from '@testing-library/preact'
import { expect, it } from 'vitest'
import { wording } from '../src/models/wording.ts'
import { anna, boris } from './kit/anna.ts'
import { openInbox } from './kit/open-inbox.tsx'
import { type Routes, sentTo } from './kit/relay-double.ts'

type Given = Parameters<typeof openInbox>[0]
const open = (routes: Routes = {}, self: Given['self'] = boris) =>
  openInbox({ now: Date.now(), at: '#account', self, routes: { 'GET /api/sessions': { body: [] }, ...routes } })

async function change(user: Awaited<ReturnType<typeof open>>['user'], current = 'the old sentence') {
  await user.type(screen.getByLabelText('Current password'), current)
  await user.type(screen.getByLabelText('New password'), 'a long sentence{Enter}')
}

const shown = () => within(screen.getByRole('form', { name: 'What visitors see' }))
const saveShown = () => shown().getByRole('button', { name: 'Save what visitors see' })

it('changes what visitors see of oneself', async () => {
  const { user, asked } = await open({ 'PUT /api/operators/b2/shown': { body: boris } })
  await user.clear(shown().getByLabelText('Name visitors see'))
  await user.type(shown().getByLabelText('Name visitors see'), ' Borja')
  await user.type(shown().getByLabelText('What you do'), 'Returns{Enter}')
  expect(await screen.findByText('Saved. Visitors see it at once.')).toBeTruthy()
  expect(sentTo(asked, 'PUT', '/api/operators/b2/shown')).toEqual({ name: 'Borja', role: 'Returns' })
})

it('says at the field that a colleague has the name, until it is another', async () => {
  const { user, asked } = await open({
    'PUT /api/operators/b2/shown': { status: 409, body: { refusal: 'name-taken' } },
  })
  const name = shown().getByLabelText('Name visitors see')
  await user.clear(name)
  await user.click(saveShown())
  expect(asked.some(({ method }) => method === 'PUT')).toBe(false)
  expect(name.getAttribute('aria-invalid')).toBe('true')
  await user.type(name, 'Anna')
  await user.click(saveShown())
  expect(await screen.findByText('Somebody on the team has this name.')).toBeTruthy()
  await user.type(name, 'B')
  expect(screen.queryByText('Somebody on the team has this name.')).toBeNull()
})

it('changes the password of an operator, who is told what else that does', async () => {
  const { user, asked } = await open({ 'PUT /api/password': { body: null } })
  await change(user)
  expect(await screen.findByText('Changed. You are signed out everywhere else.')).toBeTruthy()
  const sent = { current: 'the old sentence', password: 'a long sentence' }
  expect(sentTo(asked, 'PUT', '/api/password')).toEqual(sent)
  expect(screen.getByLabelText<HTMLInputElement>('New password').value).toBe('')
})

it('says at the field that the password until now is another', async () => {
  const { user } = await open({ 'PUT /api/password': { status: 401, body: { refusal: 'wrong-credentials' } } })
  await change(user)
  expect(await screen.findByText('This is not your password.')).toBeTruthy()
  expect(screen.getByLabelText('Current password').getAttribute('aria-invalid')).toBe('true')
})

it('tells the minutes of a pause', async () => {
  const pause = { status: 429, body: { refusal: 'rate-limited', retryAfterMs: 170_000 } }
  const { user } = await open({ 'PUT /api/password': pause })
  await change(user)
  expect(await screen.findByText('Too many tries. In 3 minutes you can try again.')).toBeTruthy()
})

it('sends nothing that cannot be right', async () => {
  const { user, asked } = await open()
  await user.type(screen.getByLabelText('New password'), 'short{Enter}')
  expect(screen.getByText('Write the password you have now.')).toBeTruthy()
  expect(screen.getByText('5 more characters are needed.')).toBeTruthy()
  expect(sentTo(asked, 'PUT', '/api/password')).toBeUndefined()
})

const begunAt = Date.UTC(2026, 10, 2, 9)
const sessions = [
  { id: 's1', browser: 'Firefox', system: 'Windows', begunAt, seenDay: '2026-11-05', isThis: false },
  { id: 's2', begunAt, isThis: true },
]

it('lists where one is signed in, and ends one of these', async () => {
  const routes: Routes = {
    'GET /api/sessions': { body: sessions },
    'DELETE /api/sessions/s1': { status: 200, body: null },
  }
  const { user, asked } = await open(routes)
  const row = (await screen.findByText('Firefox on Windows')).closest('li')
  expect(row?.textContent).toMatch(/Signed in: Monday.*Last seen: Thursday/)
  const own = screen.getByText('Unknown browser').closest('li') as HTMLElement
  expect(within(own).getByText('This one')).toBeTruthy()
  expect(within(own).queryByRole('button')).toBeNull()
  await user.click(screen.getByRole('button', { name: 'End: Firefox on Windows' }))
  expect(asked.at(-1)).toMatchObject({ method: 'DELETE', path: '/api/sessions/s1' })
  expect(screen.queryByText('Firefox on Windows')).toBeNull()
})

it('keeps a session that could not be ended, and says why', async () => {
  const { user } = await open({ 'GET /api/sessions': { body: sessions } })
  await user.click(await screen.findByRole('button', { name: 'End: Firefox on Windows' }))
  expect(await screen.findByText(/^The relay does not answer/)).toBeTruthy()
  expect(screen.getByText('Firefox on Windows')).toBeTruthy()
})

it('signs out everywhere, or says why not', async () => {
  const { user, signOut } = await open({}, anna)
  signOut.mockResolvedValueOnce(wording('refusal.unreachable'))
  await user.click(screen.getByRole('button', { name: 'Sign out everywhere' }))
  expect(signOut).toHaveBeenCalledWith('everywhere')
  expect(await screen.findByText(/^The relay does not answer/)).toBeTruthy()
})

it('is reached from the menu', async () => {
  const { user, router } = await openInbox({ now: Date.now() })
  await user.click(screen.getByRole('button', { name: /^Anna/ }))
  await user.click(screen.getByRole('button', { name: 'Your account' }))
  expect(router.place.value).toEqual({ page: 'account' })
  expect(screen.queryByRole('dialog')).toBeNull()
})

it('says why signing out here did not happen', async () => {
  const { user, signOut } = await openInbox({ now: Date.now() })
  signOut.mockResolvedValueOnce(wording('refusal.unreachable'))
  await user.click(screen.getByRole('button', { name: /^Anna/ }))
  await user.click(screen.getByRole('button', { name: 'Sign out' }))
  expect(await screen.findByText(/^The relay does not answer/)).toBeTruthy()
})
