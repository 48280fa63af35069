import { expect, it } from 'vitest'
import { createTurns } from '../src/limits/turns.ts'

const nextTurn = () => new Promise((resolve) => setImmediate(resolve))

it('so many begin a turn, in order, what comes meanwhile last', async () => {
  const inTurn = createTurns(2)
  const done: number[] = []
  const begin = (number: number) => inTurn(() => done.push(number))
  for (const number of [1, 2, 3, 4, 5]) begin(number)
  expect(done).toEqual([])
  await nextTurn()
  expect(done.length).toBeLessThan(4)
  begin(6)
  for (let turn = 0; turn < 4; turn += 1) await nextTurn()
  expect(done).toEqual([1, 2, 3, 4, 5, 6])
  begin(7)
  await nextTurn()
  await nextTurn()
  expect(done).toHaveLength(7)
})

it('each sees what the promises of the one before came to', async () => {
  const inTurn = createTurns(10)
  let isFull = false
  const seen: boolean[] = []
  const enter = async () => {
    seen.push(isFull)
    await Promise.resolve()
    isFull = true
  }
  inTurn(() => void enter())
  inTurn(() => void enter())
  for (let turn = 0; turn < 3; turn += 1) await nextTurn()
  expect(seen).toEqual([false, true])
})
