import { setTimeout as pause } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { isLong } from './kit/length.ts'
import { Program } from './kit/program.ts'
import { noHarm, Traffic } from './kit/traffic.ts'

const kills = isLong ? 20 : 5

it(`loses, doubles and mixes up nothing when it is killed ${kills} times while everybody writes`, async () => {
  const program = await Program.make()
  await program.start()
  const traffic = await Traffic.on(program)
  const starts: number[] = []
  for (let kill = 0; kill < kills; kill += 1) {
    await pause(300 + Math.random() * 1_200)
    await program.end('SIGKILL')
    starts.push(await program.start())
  }
  const { messages, ...harm } = await traffic.settle()
  expect(harm).toEqual(noHarm)
  expect(messages).toBeGreaterThan(kills * 40)
  expect(traffic.count('unreachable')).toBeGreaterThan(0)
  expect(Math.max(...starts)).toBeLessThan(3_000)
})
