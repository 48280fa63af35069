import type { OperatorConversation, TeamMember } from '@deskbell/protocol'
import { act, screen, within } from '@testing-library/preact'
import { expect, it } from 'vitest'
import { anna, boris } from './kit/anna.ts'
import { ellen, memberOf, minute, requests } from './kit/desk-double.ts'
import { openInbox } from './kit/open-inbox.tsx'

const now = Date.now()
const { position: _none, promised: _neither, ...visitor } = ellen(now)
const quiet = { until: now + 30 * minute }
const bothThere = [memberOf(anna, { quiet }), memberOf(boris)]
const own = { ...visitor, id: 'own', status: 'assigned' as const, operatorId: anna.id }
const open = (team: TeamMember[], conversations: OperatorConversation[] = []) => openInbox({ now, team, conversations })

it('rings for nobody’s while it is on only where no colleague hears it', async () => {
  const { relay, sounds, desk } = await open(bothThere)
  const news = (...heads: OperatorConversation[]) => act(async () => relay.tell('conversations:changed', heads))
  await news(ellen(now))
  await news({ ...visitor, id: 'left', status: 'pending' })
  expect([sounds.waiting, sounds.question].map(({ mock }) => mock.calls.length)).toEqual([0, 0])
  expect(desk.attention.pressing.value.count).toBe(2)
  await act(async () => relay.tell('team:changed', [memberOf(anna, { quiet }), memberOf(boris, { quiet: {} })]))
  await news(ellen(now, { id: 'next' }))
  expect(sounds.waiting).toHaveBeenCalledTimes(1)
})

it('rings for what is given to this operator, and for a word of their own visitor', async () => {
  const { relay, sounds } = await open(bothThere, [own])
  const preview = { from: 'visitor' as const, text: 'So?', at: now + 1 }
  const heads = [ellen(now), { ...own, lastSeq: 2, preview }]
  await act(async () => relay.tell('conversations:changed', heads))
  expect(sounds.reply).toHaveBeenCalledTimes(1)
  const given = { ...visitor, id: 'given', status: 'assigned' as const, operatorId: anna.id, openBy: now + minute }
  await act(async () => relay.tell('conversations:changed', [given]))
  expect(sounds.waiting).toHaveBeenCalledTimes(1)
})

it('is over at its end', async () => {
  const { relay, sounds, desk } = await open(bothThere)
  await act(async () => desk.clock.set(quiet.until))
  await act(async () => relay.tell('conversations:changed', [ellen(now)]))
  expect(sounds.waiting).toHaveBeenCalledTimes(1)
})

it('is switched under one’s name, for a while or until it is ended, and says until when', async () => {
  const { relay, user } = await open([memberOf(anna), memberOf(boris)])
  await user.click(screen.getByRole('button', { name: /^A?\s*Anna/ }))
  const field = () => within(screen.getByRole('dialog')).getByLabelText<HTMLSelectElement>('Do not disturb')
  await user.selectOptions(field(), 'for an hour')
  const [asked] = requests(relay, 'quiet:set') as { quiet: { until: number } }[]
  expect(Math.abs((asked?.quiet.until ?? 0) - now - 60 * minute)).toBeLessThan(minute)
  await user.selectOptions(field(), 'until I turn it off')
  await act(async () => relay.tell('team:changed', [memberOf(anna, { quiet: {} }), memberOf(boris)]))
  expect(field().selectedOptions[0]?.textContent).toBe('until I turn it off')
  expect(screen.getByText('Do not disturb', { selector: '.duty .quiet' })).toBeTruthy()
  await act(async () => relay.tell('team:changed', [memberOf(anna, { quiet }), memberOf(boris)]))
  expect(field().selectedOptions[0]?.textContent).toMatch(/^until \d/)
  await user.selectOptions(field(), 'off')
  expect(requests(relay, 'quiet:set').slice(1)).toEqual([{ quiet: {} }, {}])
})

it('is shown to colleagues, and is nothing for who is away', async () => {
  const { user } = await open([memberOf(anna, { isOnDuty: false }), memberOf(boris, { quiet })])
  expect(screen.getByRole('img', { name: /^Boris, on duty, .*, do not disturb until \d/ })).toBeTruthy()
  await user.click(screen.getByRole('button', { name: /^A?\s*Anna/ }))
  expect(screen.queryByLabelText('Do not disturb')).toBeNull()
})

it('is switched by its name', async () => {
  const { relay, user } = await open([memberOf(anna), memberOf(boris)])
  await user.keyboard('{Control>}k{/Control}')
  await user.type(await screen.findByRole('combobox'), 'disturb')
  const names = screen.getAllByRole('option').map(({ textContent }) => textContent)
  expect(names).toEqual(['halfHour', 'hour', 'open'].map(() => expect.stringMatching(/^Do not disturb/)))
  await user.keyboard('{ArrowDown}{ArrowDown}{Enter}')
  await expect.poll(() => requests(relay, 'quiet:set')).toEqual([{ quiet: {} }])
  await act(async () => relay.tell('team:changed', [memberOf(anna, { quiet: {} }), memberOf(boris)]))
  await user.keyboard('{Control>}k{/Control}')
  await user.type(await screen.findByRole('combobox'), 'disturb{Enter}')
  await expect.poll(() => requests(relay, 'quiet:set')).toEqual([{ quiet: {} }, {}])
})

it('rings for who is away only where it is theirs', async () => {
  const left = { ...visitor, id: 'left', status: 'pending' as const }
  const later = { ...visitor, id: 'later', status: 'pending' as const, followUp: { at: now + minute, by: anna.id } }
  const { relay, sounds } = await open([memberOf(anna, { isOnDuty: false }), memberOf(boris)], [left, later])
  const preview = { from: 'visitor' as const, text: 'So?', at: now + 1 }
  const news = (head: OperatorConversation) => act(async () => relay.tell('conversations:changed', [head]))
  await news({ ...left, lastSeq: 2, preview })
  expect(sounds.reply).not.toHaveBeenCalled()
  await news({ ...later, lastSeq: 2, preview })
  expect(sounds.reply).toHaveBeenCalledTimes(1)
  // A colleague did not open what Anna handed on.
  await news({ ...visitor, id: 'back', status: 'assigned', operatorId: anna.id, openBy: now + minute })
  expect(sounds.waiting).toHaveBeenCalledTimes(1)
  await act(async () => relay.tell('team:changed', [memberOf(anna), memberOf(boris)]))
  await news({ ...left, lastSeq: 3, preview: { ...preview, at: now + 2 } })
  expect(sounds.reply).toHaveBeenCalledTimes(2)
})
