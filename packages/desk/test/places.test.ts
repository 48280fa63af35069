import { describe, expect, it } from 'vitest'
import { comes, estimatorOf, joins, taken } from './estimators.ts'

describe('the place in line', () => {
  it('is another for a skill that is called like a language', () => {
    const team = [comes('Anna', { skills: ['it'], languages: ['en'] }), comes('Gina', { languages: ['it'] })]
    const line = [joins('laptop', 1, { needs: ['it'] }), joins('Italian', 2, { language: 'it' })]
    const waits = estimatorOf([...team, ...taken('Ines', 'Anna'), ...taken('Noor', 'Gina'), ...line])
    expect(waits.statuses(10).get('Italian')?.position).toBe(1)
    expect(waits.next({ needs: [], language: 'it', priority: 1 }, 10).position).toBe(2)
  })

  it.each(['de', 'pt', 'sl', undefined])('is the same told before joining and after, in %s', (language) => {
    const team = [comes('Anna', { languages: ['de'] }), comes('Kim', { languages: ['pt'] })]
    const line = [joins('Ada', 1, { language: 'de' }), joins('Noor', 2, { language: 'pt' }), joins('Mara', 3)]
    const waits = estimatorOf([...team, ...taken('Ines', 'Anna'), ...taken('Eva', 'Kim'), ...line])
    const asks = { needs: [], ...(language !== undefined && { language }) }
    const told = waits.next({ ...asks, priority: 1 }, 600_000)
    waits.see(joins('newcomer', 600_000, asks))
    expect(waits.statuses(600_000).get('newcomer')).toEqual(told)
  })

  it('counts those who need the same', () => {
    const team = [comes('Anna', { skills: ['returns'] }), ...taken('Ines', 'Anna')]
    const line = [joins('Mara', 1, { needs: ['returns'] }), joins('Noor', 2), joins('Ada', 3, { needs: ['returns'] })]
    const statuses = estimatorOf([...team, ...line]).statuses(10)
    expect([...statuses.values()].map(({ position }) => position)).toEqual([1, 1, 2])
  })

  it('is one line for all languages while nobody on duty speaks the other', () => {
    const team = [comes('Anna', { languages: ['en'] }), ...taken('Ines', 'Anna')]
    const waits = estimatorOf([...team, joins('Mara', 1, { language: 'de' }), joins('Noor', 2, { language: 'pt' })])
    expect(waits.statuses(10).get('Noor')?.position).toBe(2)
  })

  it('counts everybody ahead whom the same operators serve, whatever they speak', () => {
    const team = [comes('Anna', { languages: ['en', 'de'] }), comes('Kim', { languages: ['en'], capacity: 1 })]
    const line = [
      joins('Mara', 1, { language: 'ar' }),
      joins('Noor', 2, { language: 'de' }),
      joins('Ada', 3, { language: 'en' }),
    ]
    const waits = estimatorOf([...team, ...taken('Ines', 'Anna'), ...taken('Eva', 'Kim'), ...line])
    const places = (at: number) => [...waits.statuses(at).values()].map(({ position }) => position)
    // Whoever is free first serves Mara; Ada may come to Kim, who does not serve Noor.
    expect(places(10)).toEqual([1, 2, 2])
    expect(waits.next({ needs: [], language: 'de', priority: 1 }, 10).position).toBe(4)
    waits.see({
      kind: 'operator',
      at: 20,
      operatorId: 'Kim',
      state: 'away',
      capacity: 1,
      skills: [],
      languages: ['en'],
    })
    expect(places(30)).toEqual([1, 2, 3])
  })
})
