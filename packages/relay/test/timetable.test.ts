import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { createTimetable } from '../src/mail/timetable.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const minutes = (count: number) => vi.advanceTimersByTimeAsync(count * 60_000)

it('does the same thing once for several words about it', async () => {
  const run = vi.fn(async () => true)
  const timetable = createTimetable(run)
  timetable.schedule('a', 60_000)
  await minutes(0.5)
  timetable.schedule('a', 60_000)
  await minutes(0.9)
  expect(run).not.toHaveBeenCalled()
  await minutes(0.2)
  expect(run.mock.calls).toEqual([['a']])
})

it('tries again what failed, later each time, and begins anew after it went well', async () => {
  const times: number[] = []
  const answers = [false, false, false, true, false]
  const timetable = createTimetable(async () => {
    times.push(Math.round(Date.now() / 60_000))
    return answers.shift() ?? true
  })
  vi.setSystemTime(0)
  timetable.schedule('a', 0)
  await minutes(60)
  timetable.schedule('a', 0)
  await minutes(10)
  expect(times).toEqual([0, 1, 6, 36, 60, 61])
})

it('never does one thing twice at once, and what was asked for meanwhile afterwards', async () => {
  const ends: (() => void)[] = []
  const run = vi.fn(() => new Promise<boolean>((resolve) => ends.push(() => resolve(true))))
  const timetable = createTimetable(run)
  timetable.schedule('a', 0)
  await minutes(1)
  timetable.schedule('a', 0)
  await minutes(1)
  expect(run).toHaveBeenCalledTimes(1)
  ends[0]?.()
  await minutes(1)
  expect(run).toHaveBeenCalledTimes(2)
})

it('waits at the end for what is under way, and begins nothing more', async () => {
  let end = () => {}
  const run = vi.fn(() => new Promise<boolean>((resolve) => (end = () => resolve(false))))
  const timetable = createTimetable(run)
  timetable.schedule('a', 0)
  timetable.schedule('b', 60_000)
  await minutes(0.1)
  const closing = timetable.close()
  end()
  await closing
  await minutes(60)
  expect(run.mock.calls).toEqual([['a']])
})
