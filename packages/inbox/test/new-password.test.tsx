import { render, screen } from '@testing-library/preact'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { NewPassword } from '../src/pages/new-password.tsx'
import { boris } from './kit/anna.ts'
import { t } from './kit/english.ts'
import { relayDouble, sentTo } from './kit/relay-double.ts'
import { InEnglish } from './kit/speaking.tsx'

type Routes = Parameters<typeof relayDouble>[0]
const good: Routes = {
  'POST /api/new-password/look': { body: { siteName: 'Holm Ceramics', name: 'Boris', email: boris.email } },
  'POST /api/new-password': { body: { operator: boris } },
}

function open(routes: Routes) {
  const relay = relayDouble(routes)
  const session = { signedIn: vi.fn() }
  const onSignIn = vi.fn()
  render(<NewPassword http={relay.http} t={t} session={session} token="once" onSignIn={onSignIn} />, {
    wrapper: InEnglish,
  })
  return { ...relay, session, onSignIn, user: userEvent.setup() }
}

it('takes a new password by keyboard alone, and brings Boris in', async () => {
  const { user, asked, session } = open(good)
  expect(await screen.findByRole('heading', { name: 'A new password for Boris' })).toBeTruthy()
  expect(screen.getByText('Holm Ceramics')).toBeTruthy()
  expect(screen.getByLabelText<HTMLInputElement>('E-mail').value).toBe(boris.email)
  await user.type(screen.getByLabelText('New password'), 'a long sentence{Enter}')
  expect(sentTo(asked, 'POST', '/api/new-password')).toEqual({ token: 'once', password: 'a long sentence' })
  expect(session.signedIn).toHaveBeenCalledWith(boris)
})

it('says what is missing before it sends anything', async () => {
  const { user, asked } = open(good)
  await user.type(await screen.findByLabelText('New password'), 'short{Enter}')
  expect(screen.getByText('5 more characters are needed.')).toBeTruthy()
  expect(sentTo(asked, 'POST', '/api/new-password')).toBeUndefined()
})

it('says that a used link no longer works and where to go', async () => {
  const used = { status: 410, body: { refusal: 'link-used' } }
  const { user, onSignIn } = open({ ...good, 'POST /api/new-password': used })
  await user.type(await screen.findByLabelText('New password'), 'a long sentence{Enter}')
  expect(await screen.findByRole('heading', { name: 'This link no longer works' })).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Go to sign-in' }))
  expect(onSignIn).toHaveBeenCalledOnce()
})

it('looks again when the relay did not answer, and keeps what was typed when it does not later', async () => {
  const { user, routes } = open({ 'POST /api/new-password/look': 'unreachable' })
  const again = await screen.findByRole('button', { name: 'Try again' })
  Object.assign(routes, good, { 'POST /api/new-password': 'unreachable' })
  await user.click(again)
  const password = await screen.findByLabelText<HTMLInputElement>('New password')
  await user.type(password, 'a long sentence{Enter}')
  expect((await screen.findByRole('alert')).textContent).toContain('does not answer')
  expect(password.value).toBe('a long sentence')
})
