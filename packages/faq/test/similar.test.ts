import { describe, expect, it } from 'vitest'
import { groupSimilar } from '../src/index.ts'

const stops = 'can you do an how i is a my where mit'
const grouped = (texts: readonly string[]) => groupSimilar(texts, (text) => text, stops)

describe('similar searches', () => {
  it('stand together whatever their order, endings and slips', () => {
    expect(grouped(['engraving', 'engravings', 'engravng', 'can you do an engraving'])).toHaveLength(1)
    expect(grouped(['send back plate', 'plate sending back', 'how do i send a plate back'])).toHaveLength(1)
    expect(grouped(['gravur tasse', 'tassengravur', 'tasse mit gravur'])).toHaveLength(1)
    expect(grouped(['返品したい', '返品したいです'])).toHaveLength(1)
  })

  it('stay apart where a telling word differs', () => {
    expect(grouped(['delivery time', 'delivery cost', 'where is my parcel', 'where is my money'])).toHaveLength(4)
    expect(grouped(['返品方法', '支払方法'])).toHaveLength(2)
  })

  it('are headed by the first given', () => {
    expect(grouped(['gift wrap', 'engraving', 'gift wrapping'])).toEqual([
      ['gift wrap', 'gift wrapping'],
      ['engraving'],
    ])
  })

  it('are grouped in a moment where there are many', () => {
    const many = Array.from({ length: 500 }, (_, at) => `word${at * 7919} thing${at * 104_729} ${at}`)
    const before = process.cpuUsage()
    grouped(many)
    // What it costs, whatever else the machine does.
    expect(process.cpuUsage(before).user / 1_000).toBeLessThan(3_000)
  })
})
