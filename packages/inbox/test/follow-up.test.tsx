import { act, fireEvent, screen, waitFor, within } from '@testing-library/preact'
import { expect, it } from 'vitest'
import { followUpTimes, toField } from '../src/models/follow-up-times.ts'
import { anna, boris } from './kit/anna.ts'
import { ellen, minute, requests } from './kit/desk-double.ts'
import { openInbox } from './kit/open-inbox.tsx'

const now = Date.now()
const hour = 60 * minute
const { position: _none, promised: _neither, ...visitor } = ellen(now)
const read = { delivered: 1, read: 1 }
const mine = ellen(now, { status: 'assigned', operatorId: anna.id, operatorHas: read })
const putOff = (at: number, by = anna.id) => ({
  ...{ ...visitor, status: 'pending' as const, reference: 'HC-7K2QM', operatorHas: read, followUp: { at, by } },
})
const open = (head: typeof mine, replies = {}) =>
  openInbox({ now, at: '#conversations/ellen', conversations: [head], replies })
const popover = () => within(screen.getByRole('dialog', { name: 'Put off until' }))
const rowIn = (list: RegExp) =>
  within(screen.getByRole('region', { name: list })).queryByRole('link', { name: /^Ellen/ })

it('puts a conversation off by two presses, and takes it back', async () => {
  const replies = { 'conversation:take': { ok: true, value: mine } }
  const { relay, user, router } = await open(mine, replies)
  await user.keyboard('f')
  await user.click(popover().getByRole('button', { name: /^In an hour/ }))
  const [asked] = requests(relay, 'follow-up:set') as { conversationId: string; at: number }[]
  expect(asked?.conversationId).toBe('ellen')
  expect(Math.abs((asked?.at ?? 0) - now - hour)).toBeLessThan(minute)
  await waitFor(() => expect(router.place.value).toEqual({ page: 'conversations' }))
  await user.click(screen.getByRole('button', { name: 'Undo' }))
  await waitFor(() => expect(requests(relay, 'conversation:take')).toEqual([{ conversationId: 'ellen' }]))
})

it('says what the visitor will see, and takes any time within a year', async () => {
  const { relay, user } = await open(mine)
  await user.click(screen.getByRole('button', { name: 'Later' }))
  expect(popover().getByText(/^Ellen sees/)).toBeTruthy()
  const at = new Date(now + 3 * 24 * hour).setSeconds(0, 0)
  await act(
    async () => void fireEvent.input(popover().getByLabelText('Another time'), { target: { value: toField(at) } }),
  )
  await user.click(popover().getByRole('button', { name: 'Put off' }))
  expect(requests(relay, 'follow-up:set')).toEqual([{ conversationId: 'ellen', at }])
})

it('keeps what was put off out of the way until its time, and says when and to whom', async () => {
  const { user } = await open(putOff(now + hour, boris.id))
  expect(rowIn(/^Mine/)).toBeNull()
  await user.click(screen.getByRole('button', { name: /^Later 1/ }))
  expect(rowIn(/^Later/)?.textContent).toContain('Boris')
  expect(screen.getByText(/^Question HC-7K2QM · back with Boris/)).toBeTruthy()
})

it('brings it back among mine when it is time, with a sound and in the title’s count', async () => {
  const { desk, sounds } = await open(putOff(now + minute))
  expect(rowIn(/^Mine/)).toBeNull()
  await act(async () => desk.clock.set(now + minute))
  expect(rowIn(/^Mine/)?.textContent).toContain('to follow up')
  expect(sounds.reply).toHaveBeenCalledTimes(1)
  expect(desk.attention.pressing.value.count).toBe(1)
  await act(async () => desk.clock.set(now + 2 * minute))
  expect(sounds.reply).toHaveBeenCalledTimes(1)
})

it('brings a colleague’s back among the questions, without a sound', async () => {
  const { desk, sounds } = await open(putOff(now + minute, boris.id))
  await act(async () => desk.clock.set(now + minute))
  expect(rowIn(/^Mine/)).toBeNull()
  expect(screen.getByRole('button', { name: /^Questions 1/ })).toBeTruthy()
  expect(sounds.reply).not.toHaveBeenCalled()
})

it('brings it back before its time when the visitor writes, and rings once', async () => {
  const { relay, sounds } = await openInbox({ now, conversations: [putOff(now + hour)] })
  const preview = { from: 'visitor' as const, text: 'It came', at: now }
  const written = { ...putOff(now), lastSeq: 2, preview }
  await act(async () => relay.tell('conversations:changed', [written]))
  expect(rowIn(/^Mine/)?.getAttribute('href')).toBe('#conversations/ellen')
  expect(sounds.reply).toHaveBeenCalledTimes(1)
  await act(async () => relay.tell('conversations:changed', [{ ...written, operatorHas: { delivered: 2, read: 2 } }]))
  expect(rowIn(/^Mine/)?.getAttribute('href')).toBe('#conversations/ellen')
  expect(sounds.reply).toHaveBeenCalledTimes(1)
})

it('stays with the questions where nobody has to come back to it any more, and undoes that', async () => {
  const at = now + hour
  const { relay, user } = await open(putOff(at))
  await user.keyboard('f')
  await user.click(popover().getByRole('button', { name: 'It need not come back' }))
  await user.click(await screen.findByRole('button', { name: 'Undo' }))
  expect(requests(relay, 'follow-up:set')).toEqual([{ conversationId: 'ellen' }, { conversationId: 'ellen', at }])
})

it('offers times that are to come, each once', () => {
  const at = (...day: [number, number, number?]) => new Date(2026, 10, ...day).getTime()
  const names = (moment: number) => followUpTimes(moment).map(({ name }) => name)
  expect(followUpTimes(at(26, 10))).toEqual([
    { name: 'hour', at: at(26, 11) },
    { name: 'afternoon', at: at(26, 15) },
    { name: 'tomorrow', at: at(27, 9) },
    { name: 'monday', at: at(30, 9) },
    { name: 'week', at: new Date(2026, 11, 3, 9).getTime() },
  ])
  expect(names(at(26, 14, 45))).not.toContain('afternoon')
  // On a Sunday, tomorrow is Monday; on a Monday, the next one is a week away.
  expect(names(at(29, 10))).not.toContain('monday')
  expect(names(at(30, 10))).not.toContain('week')
})
