import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as desk from '../src/index.ts'
import { morning, play, step } from './history.ts'
import { done, draft, question, staffed } from './people.ts'

const next = () => ({ position: 2, wait: 'known', lowSeconds: 60, likelySeconds: 120, highSeconds: 240 }) as const

/** A conversation of Ada's, step by step, with the wait that follows from it. */
function story(operators: Record<string, number> = { Anna: 2 }) {
  let room = staffed(operators)
  let wait: desk.Wait | undefined
  const at = { conversationId: 'Ada' }
  const happens = (outcome: desk.Outcome) => {
    const { conversation, items, desk: then } = done(outcome)
    room = then
    wait = desk.waitAfter(wait, { conversation, items, isAnyoneOnDuty: desk.isAnyoneOnDuty(room), next })
  }
  return {
    wait: () => wait,
    asks: (now: number) => happens(desk.ask(room, question('Ada', now))),
    taken: (now: number, operatorId = 'Anna') => happens(desk.take(room, { ...at, operatorId, now })),
    answered: (now: number) =>
      happens(desk.say(room, { ...at, draft: draft(`${now}`), now, from: { operatorId: 'Anna' } })),
    returned: (now: number) => happens(desk.transfer(room, { ...at, by: 'Anna', to: 'line', now, openWithin: 30_000 })),
    pended: (now: number) => happens(desk.pend(room, { ...at, reference: 'Q', now })),
    closed: (now: number, by: string) => happens(desk.close(room, { ...at, by, now })),
    away() {
      room = desk.setDuty(room, { operatorId: 'Anna', isOnDuty: false, now: 0 }).desk
    },
    visitorGone() {
      room = desk.setVisitorPresence(room, { ...at, isPresent: false })
    },
  }
}

describe('a wait', () => {
  it('begins with the question and what may be promised then', () => {
    const ada = story()
    ada.asks(1000)
    const { position, ...first } = next()
    expect(ada.wait()).toEqual({ conversationId: 'Ada', askedAt: 1000, locale: 'en', position, first })
  })

  it('takes what is told first as the promise, and keeps it', () => {
    const ada = story()
    ada.asks(1000)
    const wait = ada.wait() as desk.Wait
    const told = { position: 3, wait: 'known', lowSeconds: 30, likelySeconds: 90, highSeconds: 200 } as const
    const once = desk.tell(wait, told, 1005)
    const twice = desk.tell(once, { position: 1, wait: 'unknown', reason: 'nobody-on-duty' }, 9000)
    expect(once).toMatchObject({ position: 3, first: { highSeconds: 200 }, last: { at: 1005 } })
    expect(twice).toMatchObject({ position: 3, first: { highSeconds: 200 }, last: { wait: 'unknown', at: 9000 } })
  })

  it('ends when an operator has the conversation', () => {
    const ada = story()
    ada.asks(1000)
    ada.taken(5000)
    ada.answered(7000)
    ada.answered(8000)
    expect(ada.wait()).toMatchObject({ outcome: 'served', endedAt: 5000, answeredAt: 7000 })
  })

  it('goes on when the conversation returns unanswered', () => {
    const ada = story()
    ada.asks(1000)
    ada.taken(5000)
    ada.returned(6000)
    expect(ada.wait()).not.toHaveProperty('outcome')
    expect(ada.wait()).not.toHaveProperty('endedAt')
    ada.taken(9000)
    expect(ada.wait()).toMatchObject({ askedAt: 1000, outcome: 'served', endedAt: 9000 })
  })

  it('is another one when the conversation returns after an answer', () => {
    const ada = story()
    ada.asks(1000)
    ada.taken(5000)
    ada.answered(7000)
    ada.returned(60_000)
    expect(ada.wait()).toMatchObject({ askedAt: 60_000 })
    expect(ada.wait()).not.toHaveProperty('outcome')
  })

  it.each([
    ['left', (ada: ReturnType<typeof story>) => ada.closed(4000, 'visitor')],
    ['question', (ada: ReturnType<typeof story>) => ada.pended(4000)],
    ['nobody-came', (ada: ReturnType<typeof story>) => ada.closed(4000, 'Anna')],
  ])('ends as %s', (outcome, ends) => {
    const ada = story()
    ada.asks(1000)
    ends(ada)
    expect(ada.wait()).toMatchObject({ outcome, endedAt: 4000 })
  })

  it('ends as left when the visitor is gone and the place becomes a question', () => {
    const ada = story()
    ada.asks(1000)
    ada.visitorGone()
    ada.pended(4000)
    expect(ada.wait()).toMatchObject({ outcome: 'left' })
  })

  it('ends as nobody came when nobody is left on duty', () => {
    const ada = story()
    ada.asks(1000)
    ada.away()
    ada.pended(4000)
    expect(ada.wait()).toMatchObject({ outcome: 'nobody-came' })
  })

  it('that ended as a question is not gone on with when somebody takes it and hands it to the line', () => {
    const ada = story()
    ada.asks(1000)
    ada.pended(4000)
    ada.taken(90_000)
    expect(ada.wait()).toMatchObject({ outcome: 'question', endedAt: 4000 })
    ada.returned(100_000)
    expect(ada.wait()).toMatchObject({ askedAt: 100_000 })
  })

  it('is not made for a question left for later', () => {
    const room = staffed({ Anna: 1 })
    const { conversation, items } = done(desk.leaveQuestion(room, { ...question('Ada', 1000), reference: 'Q' }))
    expect(desk.waitAfter(undefined, { conversation, items, isAnyoneOnDuty: true, next })).toBeUndefined()
  })
})

it('goes on for exactly those who are in line, whatever happens', () => {
  fc.assert(
    fc.property(fc.array(step, { minLength: 10, maxLength: 60 }), (steps) => {
      let world = morning
      const waits = new Map<string, desk.Wait>()
      for (const each of steps) {
        const after = play(world, each)
        for (const [id, items] of after.stored) {
          const fresh = items.slice(world.stored.get(id)?.length ?? 0)
          const conversation = after.desk.conversations.get(id) ?? after.closed.get(id)
          if (fresh.length === 0 || !conversation) continue
          const isAnyoneOnDuty = desk.isAnyoneOnDuty(after.desk)
          const wait = desk.waitAfter(waits.get(id), { conversation, items: fresh, isAnyoneOnDuty, next })
          if (wait) waits.set(id, wait)
        }
        const going = [...waits.values()].filter(({ outcome }) => outcome === undefined)
        expect(going.map(({ conversationId }) => conversationId).sort()).toEqual([...after.desk.queue].sort())
        for (const { askedAt, endedAt = askedAt } of waits.values()) expect(endedAt).toBeGreaterThanOrEqual(askedAt)
        world = after
      }
    }),
    { numRuns: 300 },
  )
})
