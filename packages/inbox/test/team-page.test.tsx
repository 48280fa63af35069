import type { TeamMember } from '@deskbell/protocol'
import { cleanup, render, screen, within } from '@testing-library/preact'
import userEvent from '@testing-library/user-event'
import { afterEach, expect, it } from 'vitest'
import { TeamPage } from '../src/pages/team-page.tsx'
import { anna, boris } from './kit/anna.ts'
import { t } from './kit/english.ts'
import { relayDouble, sentTo } from './kit/relay-double.ts'

afterEach(cleanup)

const team: TeamMember[] = [
  { ...anna, isOnDuty: true, isConnected: true, conversations: 2 },
  { ...boris, isOnDuty: false, isConnected: false, conversations: 0 },
]
const url = 'https://help.holm.example/inbox/#join=once'

function open(isOwner: boolean) {
  const { http } = relayDouble({
    'POST /api/invitations': { body: { url, expiresAt: new Date(2026, 11, 1, 9, 30).getTime() } },
  })
  render(<TeamPage http={http} t={t} team={team} selfId="a1" isOwner={isOwner} />)
  return userEvent.setup()
}

it('tells who is on duty and how much each has', () => {
  open(true)
  const [, first, second] = screen.getAllByRole('row')
  expect(within(first as HTMLElement).getByText('On duty')).toBeTruthy()
  expect(within(first as HTMLElement).getByText('2 of 3')).toBeTruthy()
  expect(within(second as HTMLElement).getByText('Away')).toBeTruthy()
  expect(within(second as HTMLElement).getByText('No inbox open')).toBeTruthy()
})

it('lets the owner say how many conversations somebody has at once', async () => {
  const { http, asked } = relayDouble({ 'PUT /api/operators/b2': { body: boris } })
  render(<TeamPage http={http} t={t} team={team} selfId="a1" isOwner />)
  const field = screen.getByRole('combobox', { name: `Conversations at once for ${boris.name}` })
  await userEvent.setup().selectOptions(field, '2 at once')
  expect(sentTo(asked, 'PUT', '/api/operators/b2')).toEqual({ capacity: 2 })
})

it('gives the owner a link for one person and says how long it works', async () => {
  const user = open(true)
  await user.click(screen.getByRole('button', { name: 'Add an operator' }))
  expect(await screen.findByText(url)).toBeTruthy()
  expect(screen.getByText(/works once, until .*1.*30/)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Copy the link' }))
  expect(await navigator.clipboard.readText()).toBe(url)
})

it('lets operators see the team without adding to it', () => {
  open(false)
  expect(screen.queryByRole('button', { name: 'Add an operator' })).toBeNull()
})
