import type { PublishedEntry } from '@deskbell/protocol'
import { pino } from 'pino'
import { expect, it } from 'vitest'
import { createReadings } from '../src/faq/readings.ts'

const entry = (locale: string, question: string, ...keywords: string[]): PublishedEntry => ({
  ...{ id: question, locale, question, keywords },
  answer: [],
})

it('says how Japanese and Chinese entries sound, once it is known', async () => {
  const entries = [entry('ja', '返品', '納期'), entry('de', 'Rückgabe'), entry('zh-CN', '查询订单')]
  let told = 0
  const bothKnown = new Promise<void>((resolve) => {
    const readings = createReadings(pino({ level: 'silent' }), () => {
      told += 1
      if (told < 2) return
      expect(readings.addTo(entries).map((one) => one.readings)).toEqual([
        ['henpin', 'nouki'],
        undefined,
        ['chaxun dingdan'],
      ])
      resolve()
    })
    expect(readings.addTo(entries)).toEqual(entries)
  })
  await bothKnown
  expect(told).toBe(2)
}, 20_000)
