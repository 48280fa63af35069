import type { SetUp as SetUpBody } from '@deskbell/protocol'
import { cleanup, render, screen } from '@testing-library/preact'
import userEvent from '@testing-library/user-event'
import { expect, it, vi } from 'vitest'
import { SetUp } from '../src/pages/set-up.tsx'
import { anna } from './kit/anna.ts'
import { t } from './kit/english.ts'
import { relayDouble, sentTo } from './kit/relay-double.ts'
import { InEnglish } from './kit/speaking.tsx'

function open(isDemo: boolean, answer: Parameters<typeof relayDouble>[0][string] = { body: { operator: anna } }) {
  const relay = relayDouble({
    'POST /api/set-up/look': { body: { isDemo, hasEntries: isDemo, accent: '#3f5f55' } },
    'POST /api/set-up': answer,
  })
  const session = { signedIn: vi.fn() }
  const onLeave = vi.fn()
  render(<SetUp http={relay.http} t={t} session={session} token="secret" inbox={undefined} onLeave={onLeave} />, {
    wrapper: InEnglish,
  })
  return { ...relay, session, onLeave, user: userEvent.setup() }
}

const press = (name: string | RegExp) => screen.findByRole('button', { name })

it('leads through the filled-in demo in two presses, signs in and goes on duty', async () => {
  const { user, asked, session } = open(true)
  await user.click(await press('Next: your site'))
  await user.click(await press('Finish and go on duty'))
  expect(await screen.findByRole('heading', { name: 'One line, and it rings here' })).toBeTruthy()
  const { password, ...sent } = sentTo(asked, 'POST', '/api/set-up') as SetUpBody
  const demo = { name: 'Anna', role: 'Orders and delivery', email: 'anna@holm.example', siteName: 'Holm Ceramics' }
  expect(sent).toEqual({ ...demo, token: 'secret', locale: 'en', origins: [] })
  expect(password.length).toBeGreaterThanOrEqual(10)
  expect(session.signedIn).toHaveBeenCalledWith(anna, { goOnDuty: true })
})

it('shows the suggested password, a new one each time', async () => {
  open(true)
  const password = await screen.findByLabelText<HTMLInputElement>('Password')
  expect(password.type).toBe('text')
  const first = password.value
  cleanup()
  open(true)
  expect((await screen.findByLabelText<HTMLInputElement>('Password')).value).not.toBe(first)
})

it('draws the widget in the colour it has', async () => {
  open(false)
  const preview = await screen.findByRole('img', { name: 'Preview of the widget' })
  expect(preview.style.getPropertyValue('--deskbell-accent')).toBe('#3f5f55')
})

it('ends with the snippet and, in the demo, with the shop', async () => {
  const { user, onLeave } = open(true)
  await user.click(await press('Next: your site'))
  await user.click(await press('Finish and go on duty'))
  const shop = await screen.findByRole('link', { name: 'Open the demo shop' })
  expect(shop.getAttribute('href')).toBe('../demo/')
  expect(screen.getByText(`<script async src="${location.origin}/widget.js"></script>`)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Open the inbox' }))
  expect(onLeave).toHaveBeenCalledOnce()
})

it('names each missing field and leads the focus to the first', async () => {
  const { user } = open(false)
  await user.type(await screen.findByLabelText('Password'), 'short')
  await user.click(await press('Next: your site'))
  expect(screen.getByText('Write the name visitors will see.')).toBeTruthy()
  expect(screen.getByText('Write your e-mail address.')).toBeTruthy()
  expect(screen.getByText('5 more characters are needed.')).toBeTruthy()
  await expect.poll(() => document.activeElement).toBe(screen.getByLabelText('Name visitors see'))
})

it('sends the origins that were typed, also the one not yet added', async () => {
  const { user, asked } = open(true)
  await user.click(await press('Next: your site'))
  const origin = screen.getByLabelText('Where the widget may run')
  await user.type(origin, 'shop.example/help{Enter}')
  await user.type(origin, 'localhost:3000')
  await user.click(await press('Finish and go on duty'))
  await press('Open the inbox')
  const { origins } = sentTo(asked, 'POST', '/api/set-up') as SetUpBody
  expect(origins).toEqual(['https://shop.example', 'http://localhost:3000'])
})

it('says what to do when the link has been used', async () => {
  const { user, onLeave } = open(true, { status: 410, body: { refusal: 'link-used' } })
  await user.click(await press('Next: your site'))
  await user.click(await press('Finish and go on duty'))
  expect(await screen.findByRole('heading', { name: 'This link has been used' })).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Go to sign-in' }))
  expect(onLeave).toHaveBeenCalledOnce()
})
