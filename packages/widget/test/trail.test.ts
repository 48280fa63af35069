// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { TrailModel } from '../src/models/trail.ts'

beforeEach(() => void vi.useFakeTimers({ now: 1_000 }))
afterEach(() => void vi.useRealTimers())

it('keeps when something was first searched, so that what was read after it stays after it', () => {
  const trail = new TrailModel()
  trail.searched('broken pla', 0)
  trail.searched('broken plate', 2)
  vi.setSystemTime(2_000)
  trail.searched('broken plate', 2)
  trail.searched('shipping', 1)
  expect(trail.before().searches).toEqual([
    { query: 'broken plate', found: 2, at: 1_000 },
    { query: 'shipping', found: 1, at: 2_000 },
  ])
})

it.each([
  ['/cups?size=2#reviews', '/cups?size=2'],
  ['/#/plates/3', '/#/plates/3'],
  ['/#!/plates/3?token=secret', '/#!/plates/3'],
  ['/#/token=secret', '/#/token'],
  ['/cups#top#/plates', '/cups'],
  [`/cups?size=2#/${'long/'.repeat(400)}`, '/cups?size=2'],
  [`/cups?size=${'2'.repeat(2_000)}#/plates`, '/cups'],
])('says on which page, with the path of an app’s route and nothing else of the fragment: %s', (address, told) => {
  history.replaceState({}, '', address)
  expect(new TrailModel().before().page?.url).toBe(location.origin + told)
  history.replaceState({}, '', '/')
})

it('says the time zone with what is asked, where the browser knows it', () => {
  vi.useRealTimers()
  const trail = new TrailModel()
  expect(trail.before()).not.toHaveProperty('timeZone')
  expect(trail.asking()).toEqual({ ...trail.before(), timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone })
  const zone = vi.spyOn(Intl.DateTimeFormat.prototype, 'resolvedOptions').mockReturnValue({} as never)
  expect(trail.asking()).not.toHaveProperty('timeZone')
  zone.mockRestore()
})
