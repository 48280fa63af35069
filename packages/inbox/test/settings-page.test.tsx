import { cleanup, render, screen } from '@testing-library/preact'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { SettingsPage } from '../src/pages/settings-page.tsx'
import { t } from './kit/english.ts'
import { relayDouble, sentTo } from './kit/relay-double.ts'

const stored = {
  siteName: 'Holm Ceramics',
  locale: 'en',
  origins: ['https://holm.example'],
  contact: { email: 'hello@holm.example' },
  accent: '#115e75',
  position: 'end',
}

beforeEach(() => sessionStorage.clear())
afterEach(cleanup)

function open(isOwner = true) {
  const relay = relayDouble({
    'GET /api/settings': { body: stored },
    'PUT /api/settings': (body) => ({ body }),
  })
  render(<SettingsPage http={relay.http} t={t} isOwner={isOwner} people={['Anna']} />)
  return { ...relay, user: userEvent.setup() }
}

const name = () => screen.findByLabelText<HTMLInputElement>('What it is called')

it('saves what was changed and says so', async () => {
  const { user, asked } = open()
  await user.type(await name(), ' Bergen')
  await user.type(screen.getByLabelText('Phone'), '+47 55 01 20 40')
  await user.clear(screen.getByLabelText('E-mail'))
  await user.click(screen.getByLabelText('Start of the line'))
  await user.click(screen.getByRole('button', { name: 'Save' }))
  expect(await screen.findByText('Saved')).toBeTruthy()
  const changed = { siteName: 'Holm Ceramics Bergen', contact: { phone: '+47 55 01 20 40' }, position: 'start' }
  expect(sentTo(asked, 'PUT', '/api/settings')).toEqual({ ...stored, ...changed })
})

it('keeps unsaved changes while Anna looks elsewhere, and says so', async () => {
  const { user } = open()
  await user.type(await name(), ' Bergen')
  cleanup()
  open()
  expect((await name()).value).toBe('Holm Ceramics Bergen')
  expect(screen.getByText('Not saved yet. Your changes are kept in this tab.')).toBeTruthy()
})

it('goes back to what is saved when changes are discarded', async () => {
  const { user } = open()
  await user.type(await name(), ' Bergen')
  await user.click(screen.getByRole('button', { name: 'Remove https://holm.example' }))
  await user.click(screen.getByRole('button', { name: 'Discard' }))
  expect((await name()).value).toBe('Holm Ceramics')
  expect(screen.getByRole('button', { name: 'Remove https://holm.example' })).toBeTruthy()
  expect(screen.getByText('All is saved.')).toBeTruthy()
})

it('tells what is wrong instead of saving it', async () => {
  const { user, asked } = open()
  await user.clear(await name())
  const accent = screen.getByLabelText('Your colour')
  await user.clear(accent)
  await user.type(accent, 'teal')
  await user.click(screen.getByRole('button', { name: 'Save' }))
  expect(await screen.findByText('Write the name of your site.')).toBeTruthy()
  expect(screen.getByText(/Six digits/)).toBeTruthy()
  expect(sentTo(asked, 'PUT', '/api/settings')).toBeUndefined()
})

it('shows operators the settings and lets nobody but the owner change them', async () => {
  open(false)
  expect((await name()).readOnly).toBe(true)
  expect(screen.queryByRole('button', { name: 'Save' })).toBeNull()
  expect(screen.getByText('Only the owner of this desk can change this.')).toBeTruthy()
})

it('keeps the colour of the preview while another one is half typed', async () => {
  const { user } = open()
  await name()
  const accent = screen.getByLabelText('Your colour')
  await user.clear(accent)
  await user.type(accent, '#ffe0')
  const preview = screen.getByRole('img', { name: 'Preview of the widget' })
  expect(preview.style.getPropertyValue('--deskbell-accent')).toBe(stored.accent)
})
