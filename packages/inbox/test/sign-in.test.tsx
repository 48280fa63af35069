import { render, screen } from '@testing-library/preact'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { SignIn } from '../src/pages/sign-in.tsx'
import { anna } from './kit/anna.ts'
import { t } from './kit/english.ts'
import { relayDouble, sentTo } from './kit/relay-double.ts'
import { InEnglish } from './kit/speaking.tsx'

function open(reply: Parameters<typeof relayDouble>[0][string]) {
  const relay = relayDouble({ 'POST /api/session': reply })
  const session = { signedIn: vi.fn() }
  render(<SignIn http={relay.http} t={t} session={session} siteName="Holm Ceramics" />, { wrapper: InEnglish })
  return { ...relay, session, user: userEvent.setup() }
}

async function typeAndEnter(user: ReturnType<typeof userEvent.setup>) {
  await user.type(screen.getByLabelText('E-mail'), ' anna@holm.example')
  await user.type(screen.getByLabelText('Password'), 'a long sentence{Enter}')
}

it('signs Anna in by keyboard alone', async () => {
  const { user, asked, session } = open({ body: { operator: anna } })
  await typeAndEnter(user)
  expect(sentTo(asked, 'POST', '/api/session')).toEqual({ email: 'anna@holm.example', password: 'a long sentence' })
  expect(session.signedIn).toHaveBeenCalledWith(anna)
})

it('says that e-mail and password do not belong together', async () => {
  const { user, session } = open({ status: 401, body: { refusal: 'wrong-credentials' } })
  await typeAndEnter(user)
  expect((await screen.findByRole('alert')).textContent).toContain('don’t belong together')
  expect(session.signedIn).not.toHaveBeenCalled()
})

it('tells the minutes of a pause', async () => {
  const { user } = open({ status: 429, body: { refusal: 'rate-limited', retryAfterMs: 170_000 } })
  await typeAndEnter(user)
  expect((await screen.findByRole('alert')).textContent).toBe('Too many tries. In 3 minutes you can try again.')
})

it('keeps what was typed when the relay does not answer', async () => {
  const { user } = open('unreachable')
  await typeAndEnter(user)
  expect((await screen.findByRole('alert')).textContent).toContain('does not answer')
  expect(screen.getByLabelText<HTMLInputElement>('Password').value).toBe('a long sentence')
})

it('lets the password be looked at', async () => {
  const { user } = open('unreachable')
  const password = screen.getByLabelText<HTMLInputElement>('Password')
  expect(password.type).toBe('password')
  await user.click(screen.getByRole('button', { name: 'Show password' }))
  expect(password.type).toBe('text')
})
