import { act, screen, within } from '@testing-library/preact'
import { beforeEach, expect, it, vi } from 'vitest'
import { dutyTimes } from '../src/models/duty-times.ts'
import { anna, boris } from './kit/anna.ts'
import { memberOf, requests } from './kit/desk-double.ts'
import { openInbox } from './kit/open-inbox.tsx'

const noon = new Date(2026, 10, 26, 12, 10)
const at = (day: number, hour: number) => new Date(2026, 10, day, hour).getTime()

beforeEach(() => {
  vi.useFakeTimers({ toFake: ['Date'] })
  vi.setSystemTime(noon)
})

async function openMenu(self: Parameters<typeof memberOf>[1]) {
  const inbox = await openInbox({ now: noon.getTime(), team: [memberOf(anna, self), memberOf(boris)] })
  await inbox.user.click(screen.getByRole('button', { name: /^A?\s*Anna/ }))
  return inbox
}

it('offers every half hour of today that is to come, and of tomorrow', () => {
  const times = dutyTimes(noon.getTime())
  expect(times[0]).toBe(new Date(2026, 10, 26, 12, 30).getTime())
  expect(times.at(-1)).toBe(new Date(2026, 10, 27, 23, 30).getTime())
  expect(times).toHaveLength(23 + 48)
})

it('goes on duty until a time', async () => {
  const { relay, user } = await openMenu({ isOnDuty: false })
  await user.selectOptions(screen.getByLabelText('On duty until'), String(at(26, 17)))
  await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Go on duty' }))
  expect(requests(relay, 'duty:set')).toEqual([{ isOnDuty: true, until: at(26, 17) }])
})

it('goes away and tells when back', async () => {
  const { relay, user } = await openMenu({})
  await user.selectOptions(screen.getByLabelText('Back at'), String(at(27, 8)))
  await user.click(screen.getByRole('button', { name: 'Go away' }))
  expect(requests(relay, 'duty:set')).toEqual([{ isOnDuty: false, backAt: at(27, 8) }])
})

it('changes the end by one choice, and takes it away by another', async () => {
  const { relay, user } = await openMenu({ until: at(26, 17) })
  const field = screen.getByLabelText<HTMLSelectElement>('On duty until')
  expect(field.value).toBe(String(at(26, 17)))
  await user.selectOptions(field, String(at(26, 18)))
  await user.selectOptions(field, 'no end')
  expect(requests(relay, 'duty:set')).toEqual([{ isOnDuty: true, until: at(26, 18) }, { isOnDuty: true }])
})

it('goes back to what the relay has where a change is refused', async () => {
  const { relay, user } = await openMenu({ until: at(26, 17) })
  relay.replies['duty:set'] = { ok: false, refusal: 'storage-failed' }
  const field = screen.getByLabelText<HTMLSelectElement>('On duty until')
  await user.selectOptions(field, String(at(26, 18)))
  expect(field.value).toBe(String(at(26, 17)))
})

it('shows an end that is on no half hour', async () => {
  await openMenu({ until: at(26, 17) + 5 * 60_000 })
  const field = screen.getByLabelText<HTMLSelectElement>('On duty until')
  expect(field.selectedOptions[0]?.textContent).toMatch(/:05/)
})

it('asks quietly whether to go on once the time has come', async () => {
  const { relay, user } = await openInbox({
    now: noon.getTime(),
    team: [memberOf(anna, { until: at(26, 12) }), memberOf(boris)],
  })
  const question = screen.getByText(/^You wanted to stop at 12:00/).closest('[role=status]') as HTMLElement
  await user.click(within(question).getByRole('button', { name: 'Go on' }))
  expect(requests(relay, 'duty:set')).toEqual([{ isOnDuty: true }])
  await act(async () => relay.tell('team:changed', [memberOf(anna), memberOf(boris)]))
  expect(screen.queryByText(/^You wanted to stop/)).toBeNull()
})

it('asks nothing before that time', async () => {
  await openInbox({ now: noon.getTime(), team: [memberOf(anna, { until: at(26, 13) }), memberOf(boris)] })
  expect(screen.queryByText(/^You wanted to stop/)).toBeNull()
})
