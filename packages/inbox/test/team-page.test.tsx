import type { TeamMember } from '@deskbell/protocol'
import { render, screen, within } from '@testing-library/preact'
import userEvent from '@testing-library/user-event'
import { expect, it } from 'vitest'
import { TeamPage } from '../src/pages/team-page.tsx'
import { anna, boris } from './kit/anna.ts'
import { t } from './kit/english.ts'
import { relayDouble } from './kit/relay-double.ts'

const team: TeamMember[] = [
  { ...anna, isOnDuty: true, isConnected: true, conversations: 2 },
  { ...boris, isOnDuty: false, isConnected: false, conversations: 0 },
]
const url = 'https://help.holm.example/inbox/#join=once'

function open(members = team) {
  const { http } = relayDouble({
    'POST /api/invitations': { body: { url, expiresAt: new Date(2026, 11, 1, 9, 30).getTime() } },
  })
  render(<TeamPage http={http} t={t} locale="en" team={members} selfId="a1" />)
  return userEvent.setup()
}

it('tells who is on duty and how much each has', () => {
  open()
  const [, first, second] = screen.getAllByRole('row')
  expect(within(first as HTMLElement).getByText('On duty')).toBeTruthy()
  expect(within(first as HTMLElement).getByText('2 of 3')).toBeTruthy()
  expect(within(second as HTMLElement).getByText('Away')).toBeTruthy()
  expect(within(second as HTMLElement).getByText('No inbox open')).toBeTruthy()
})

it('tells whom each can serve, and leads to what is said of them', () => {
  open()
  const [, first, second] = screen.getAllByRole('row')
  expect(within(first as HTMLElement).getByText('English and German')).toBeTruthy()
  expect(within(first as HTMLElement).getByText('Returns')).toBeTruthy()
  expect(within(second as HTMLElement).getByText('No language said')).toBeTruthy()
  expect(within(second as HTMLElement).getByText('Newcomer')).toBeTruthy()
  expect(screen.getByRole('link', { name: boris.name }).getAttribute('href')).toBe('#team/b2')
})

it('tells who does not want to be disturbed, as long as that lasts', () => {
  const [first, second] = team as [TeamMember, TeamMember]
  open([
    { ...first, quiet: {} },
    { ...second, isOnDuty: true, quiet: { until: Date.now() - 1 } },
  ])
  expect(screen.getByText(/do not disturb/).textContent).toBe('do not disturb')
})

it('tells until when somebody is on duty and when somebody is back', () => {
  const soon = new Date().setHours(23, 59, 0, 0)
  const [first, second] = team.map((member) => ({ ...member, until: soon, backAt: soon }))
  open([first as TeamMember, second as TeamMember])
  expect(screen.getByText(/^until (11:59|23:59)/)).toBeTruthy()
  expect(screen.getByText(/^back (11:59|23:59)/)).toBeTruthy()
})

it('gives the owner a link for one person and says how long it works', async () => {
  const user = open()
  await user.click(screen.getByRole('button', { name: 'Add an operator' }))
  expect(await screen.findByText(url)).toBeTruthy()
  expect(screen.getByText(/works once, until .*1.*30/)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Copy the link' }))
  expect(await navigator.clipboard.readText()).toBe(url)
})
