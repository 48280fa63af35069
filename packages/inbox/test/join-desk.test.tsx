import { render, screen } from '@testing-library/preact'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { JoinDesk } from '../src/pages/join-desk.tsx'
import { boris } from './kit/anna.ts'
import { t } from './kit/english.ts'
import { relayDouble, sentTo } from './kit/relay-double.ts'
import { InEnglish } from './kit/speaking.tsx'

type Routes = Parameters<typeof relayDouble>[0]
const invited: Routes = {
  'POST /api/join/look': { body: { siteName: 'Holm Ceramics' } },
  'POST /api/join': { body: { operator: boris } },
}

function open(routes: Routes) {
  const relay = relayDouble(routes)
  const session = { signedIn: vi.fn() }
  const onSignIn = vi.fn()
  render(<JoinDesk http={relay.http} t={t} session={session} token="once" onSignIn={onSignIn} />, {
    wrapper: InEnglish,
  })
  return { ...relay, session, onSignIn, user: userEvent.setup() }
}

async function fillIn(user: ReturnType<typeof userEvent.setup>) {
  await user.type(await screen.findByLabelText('Name visitors see'), 'Boris')
  await user.type(screen.getByLabelText('E-mail'), 'boris@holm.example')
  await user.type(screen.getByLabelText('Password'), 'a long sentence{Enter}')
}

it('brings Boris in, away, without a role he left empty', async () => {
  const { user, asked, session } = open(invited)
  await fillIn(user)
  const account = { name: 'Boris', email: 'boris@holm.example', password: 'a long sentence' }
  expect(sentTo(asked, 'POST', '/api/join')).toEqual({ token: 'once', ...account })
  expect(session.signedIn).toHaveBeenCalledWith(boris)
})

it('says at the e-mail that a colleague has it, until another is typed', async () => {
  const { user } = open({ ...invited, 'POST /api/join': { status: 409, body: { refusal: 'email-taken' } } })
  await fillIn(user)
  const told = 'Another operator has this e-mail address.'
  expect(await screen.findByText(told)).toBeTruthy()
  await user.type(screen.getByLabelText('E-mail'), '.org')
  expect(screen.queryByText(told)).toBeNull()
})

it('says at the name that a colleague has it, until another is typed', async () => {
  const { user } = open({ ...invited, 'POST /api/join': { status: 409, body: { refusal: 'name-taken' } } })
  await fillIn(user)
  const told = 'Somebody on the team has this name.'
  expect(await screen.findByText(told)).toBeTruthy()
  await user.type(screen.getByLabelText('Name visitors see'), ' B.')
  expect(screen.queryByText(told)).toBeNull()
})

it('says that a used invitation no longer works and where to go', async () => {
  const { user, onSignIn } = open({ 'POST /api/join/look': { status: 410, body: { refusal: 'link-used' } } })
  expect(await screen.findByRole('heading', { name: 'This invitation no longer works' })).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Go to sign-in' }))
  expect(onSignIn).toHaveBeenCalledOnce()
})

it('looks again when the relay did not answer', async () => {
  const { user, routes } = open({ 'POST /api/join/look': 'unreachable' })
  const again = await screen.findByRole('button', { name: 'Try again' })
  Object.assign(routes, invited)
  await user.click(again)
  expect(await screen.findByRole('heading', { name: 'Join Holm Ceramics' })).toBeTruthy()
})
