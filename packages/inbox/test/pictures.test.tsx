import type { TeamMember } from '@deskbell/protocol'
import { expect, it } from 'vitest'
import { anna, boris } from './kit/anna.ts'
import { openInbox } from './kit/open-inbox.tsx'

const now = Date.now()
const team: TeamMember[] = [
  { ...anna, picture: 'a-1', isOnDuty: true, isConnected: true, conversations: 2 },
  { ...boris, picture: 'b-2', isOnDuty: true, isConnected: true, conversations: 0 },
]
const picturesIn = (selector: string) =>
  [...(document.querySelector(selector)?.querySelectorAll('img') ?? [])].map(({ src }) => new URL(src).pathname)

it('shows colleagues, oneself and the team by picture', async () => {
  await openInbox({ now, team, at: '#team', self: team[0] as TeamMember })
  expect(picturesIn('.team-faces')).toEqual(['/pictures/b-2'])
  expect(picturesIn('.duty')).toEqual(['/pictures/a-1'])
  expect(picturesIn('.team-table')).toEqual(['/pictures/a-1', '/pictures/b-2'])
})
