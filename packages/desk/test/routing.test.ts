import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import * as desk from '../src/index.ts'
import { asking, done, draft, question, staffed, taking } from './people.ts'

const now = 10_000
const openWithin = 30_000
type Operator = Partial<desk.DeskOperator> & { id: string }

const onDuty = (operator: Operator): desk.DeskOperator => ({
  capacity: 1,
  isOnDuty: true,
  isPresent: true,
  ...operator,
})
const team = (...operators: Operator[]) => desk.restore([], operators.map(onDuty))
const ask = (
  before: desk.Desk,
  name: string,
  asks: { skill?: string; priority?: number; locale?: string },
  at = 1000,
) => done(desk.ask(before, { ...question(name, at), ...asks })).desk
/** Who got whom, as 'Mara to Anna'. */
const given = (before: desk.Desk, at = now) =>
  desk
    .route(before, { now: at, openWithin })
    .given.map(({ conversation }) => `${conversation.id} to ${conversation.operatorId}`)

describe('who is served first', () => {
  it('is who asked first', () => {
    expect(given(asking(staffed({ Anna: 1, Boris: 1 }), 'Mara', 'Noor', 'Ada'))).toEqual([
      'Mara to Anna',
      'Noor to Boris',
    ])
  })

  it('is the higher priority, whenever it asked', () => {
    const line = ask(ask(ask(team({ id: 'Anna' }), 'Mara', {}), 'Noor', { priority: 0 }), 'Ada', { priority: 0 })
    expect(line.queue).toEqual(['Noor', 'Ada', 'Mara'])
    expect(given(line)).toEqual(['Noor to Anna'])
  })

  it('is not held up by somebody whom nobody free can serve', () => {
    const line = asking(ask(team({ id: 'Anna' }), 'Mara', { skill: 'returns' }, 500), 'Noor')
    expect(given(line)).toEqual(['Noor to Anna'])
  })

  it('is not who is away from the page, who keeps the place', () => {
    const line = asking(staffed({ Anna: 1 }), 'Mara', 'Noor')
    const away = desk.setVisitorPresence(line, { conversationId: 'Mara', isPresent: false })
    expect(given(away)).toEqual(['Noor to Anna'])
  })
})

describe('who serves', () => {
  it('has the skill the topic asks for', () => {
    const line = ask(team({ id: 'Anna' }, { id: 'Boris', skills: ['returns'] }), 'Mara', { skill: 'returns' })
    expect(given(line)).toEqual(['Mara to Boris'])
  })

  it('speaks the language, if anybody on duty does', () => {
    const operators = [
      { id: 'Anna', languages: ['de'] },
      { id: 'Boris', languages: ['en', 'pt-BR'] },
    ] as const
    const line = ask(team(...operators), 'Mara', { locale: 'pt' })
    expect(given(line)).toEqual(['Mara to Boris'])
    const busy = taking(line, 'Boris')
    expect(given(ask(busy, 'Noor', { locale: 'pt' }))).toEqual([])
    const alone = desk.setDuty(busy, { operatorId: 'Boris', isOnDuty: false, now }).desk
    expect(given(ask(alone, 'Noor', { locale: 'pt' }))).toEqual(['Noor to Anna'])
  })

  it('is who has the fewest skills, to spare the others', () => {
    const line = asking(team({ id: 'Anna', skills: ['returns'] }, { id: 'Boris' }), 'Mara')
    expect(given(line)).toEqual(['Mara to Boris'])
  })

  it('is who has the lowest share of the own capacity', () => {
    const line = asking(team({ id: 'Anna', capacity: 2 }, { id: 'Boris', capacity: 4 }), 'Mara', 'Noor', 'Ada')
    expect(given(taking(taking(line, 'Anna'), 'Boris'))).toEqual(['Ada to Boris'])
  })

  it('is the higher rank', () => {
    expect(given(asking(team({ id: 'Anna', rank: 1 }, { id: 'Boris', rank: 2 }), 'Mara'))).toEqual(['Mara to Boris'])
  })

  it('is who has been idle for longest', () => {
    const busy = taking(taking(asking(staffed({ Anna: 1, Boris: 1 }), 'Mara', 'Noor'), 'Anna'), 'Boris')
    const boris = done(desk.close(busy, { conversationId: 'Noor', by: 'Boris', now: 20_000 })).desk
    const both = done(desk.close(boris, { conversationId: 'Mara', by: 'Anna', now: 30_000 })).desk
    expect(given(ask(both, 'Ada', {}, 40_000), 40_000)).toEqual(['Ada to Boris'])
  })

  it('is neither away nor gone', () => {
    const line = asking(staffed({ Anna: 1, Boris: 1, Kim: 1 }), 'Mara', 'Noor')
    const away = desk.setDuty(line, { operatorId: 'Anna', isOnDuty: false, now }).desk
    const gone = desk.setPresence(away, { operatorId: 'Boris', isPresent: false, now }).desk
    expect(given(gone)).toEqual(['Mara to Kim'])
  })
})

describe('a conversation that is not opened', () => {
  const routed = desk.route(asking(staffed({ Anna: 1, Boris: 1 }), 'Mara'), { now, openWithin }).desk
  const later = now + openWithin

  it('goes to the next operator after 30 seconds', () => {
    expect(desk.takeBackUnopened(routed, later - 1).changed).toEqual([])
    const { desk: back, changed: returned } = desk.takeBackUnopened(asking(routed, 'Noor'), later)
    expect(back.queue).toEqual(['Mara', 'Noor'])
    expect(returned[0]?.items).toEqual([{ seq: 3, at: later, kind: 'returned', by: 'Anna' }])
    expect(given(back, later)).toEqual(['Mara to Boris', 'Noor to Anna'])
  })

  it('comes back to who passed it by when there is nobody else', () => {
    const alone = desk.route(asking(staffed({ Anna: 1 }), 'Mara'), { now, openWithin }).desk
    expect(given(desk.takeBackUnopened(alone, later).desk, later)).toEqual(['Mara to Anna'])
  })

  it('stays once it was opened, or answered', () => {
    const opened = done(desk.open(routed, { conversationId: 'Mara', by: 'Anna', now })).desk
    expect(desk.takeBackUnopened(opened, later).changed).toEqual([])
    const from = { operatorId: 'Anna' }
    const answered = done(desk.say(routed, { conversationId: 'Mara', from, draft: draft('hello'), now })).desk
    expect(desk.takeBackUnopened(answered, later).changed).toEqual([])
  })

  it('is opened by nobody else', () => {
    expect(done(desk.open(routed, { conversationId: 'Mara', by: 'Boris', now })).desk).toBe(routed)
  })

  it('was not taken from the line by hand', () => {
    const taken = taking(asking(staffed({ Anna: 1 }), 'Mara'), 'Anna')
    expect(desk.takeBackUnopened(taken, later).changed).toEqual([])
  })
})

describe('whoever waits and whoever answers', () => {
  const operator = (id: string) =>
    fc.record({
      id: fc.constant(id),
      capacity: fc.integer({ min: 0, max: 3 }),
      isOnDuty: fc.boolean(),
      isPresent: fc.boolean(),
      skills: fc.subarray(['returns', 'orders']),
      languages: fc.subarray(['en', 'de']),
      rank: fc.integer({ min: 0, max: 2 }),
    })
  const visitor = fc.record({
    skill: fc.option(fc.constantFrom('returns', 'orders'), { nil: undefined }),
    locale: fc.constantFrom('en', 'de', 'pt'),
    priority: fc.integer({ min: 0, max: 1 }),
    isVisitorPresent: fc.boolean(),
    operatorId: fc.option(fc.constantFrom('Anna', 'Boris', 'Kim'), { nil: undefined }),
  })
  const situation = fc.record({
    operators: fc.tuple(operator('Anna'), operator('Boris'), operator('Kim')),
    visitors: fc.array(visitor, { maxLength: 12 }),
  })
  const always = (look: (before: desk.Desk, after: ReturnType<typeof desk.route>) => void) =>
    fc.assert(
      fc.property(situation, ({ operators, visitors }) => {
        const conversations = visitors.map(({ operatorId, skill, ...rest }, index): desk.Conversation => {
          const head = { id: `visitor ${index}`, visitorId: 'v', lastSeq: 1, askedAt: index, ...rest }
          const asks = skill === undefined ? head : { ...head, skill }
          return operatorId === undefined
            ? { ...asks, status: 'waiting' }
            : { ...asks, status: 'assigned', operatorId, assignedAt: index }
        })
        const before = desk.restore(conversations, operators)
        look(before, desk.route(before, { now, openWithin }))
      }),
      { numRuns: 500 },
    )
  const inLine = (on: desk.Desk) => on.queue.flatMap((id) => on.conversations.get(id) ?? [])
  /** Whether this operator could serve, by the words of the rule. */
  const could = (on: desk.Desk, { skill, locale }: desk.Conversation) => {
    const able = [...on.operators.values()].filter(
      (each) => each.isOnDuty && each.isPresent && (!skill || each.skills?.includes(skill)),
    )
    const speaking = able.filter((each) => each.languages?.includes(locale))
    return speaking.length > 0 ? speaking : able
  }

  it('nobody is given more than their capacity', () => {
    always((before, { desk: after }) => {
      for (const { id, capacity } of after.operators.values()) {
        expect(desk.loadOf(after, id)).toBeLessThanOrEqual(Math.max(capacity, desk.loadOf(before, id)))
      }
    })
  })

  it('nobody who could serve stays free while somebody present waits', () => {
    always((_, { desk: after }) => {
      for (const waiting of inLine(after).filter((each) => each.isVisitorPresent)) {
        for (const { id, capacity } of could(after, waiting)) {
          expect(desk.loadOf(after, id)).toBeGreaterThanOrEqual(capacity)
        }
      }
    })
  })

  it('everybody is given to somebody who could serve them', () => {
    always((before, { given: all }) => {
      for (const { conversation } of all) {
        expect(could(before, conversation).map(({ id }) => id)).toContain(conversation.operatorId)
      }
    })
  })

  it('nobody is served before somebody of the same class and priority who asked earlier', () => {
    always((_, { desk: after, given: all }) => {
      const sameClass = (one: desk.Conversation, other: desk.Conversation) =>
        one.skill === other.skill && one.locale === other.locale && one.priority === other.priority
      const rest = inLine(after).filter((each) => each.isVisitorPresent)
      all.forEach(({ conversation }, index) => {
        const behind = [...all.slice(index + 1).map((each) => each.conversation), ...rest]
        for (const other of behind.filter((each) => sameClass(each, conversation))) {
          expect(other.askedAt).toBeGreaterThan(conversation.askedAt)
        }
      })
    })
  })

  it('nobody is lost, and what is not opened is back in its place', () => {
    always((before, { desk: after, given: all }) => {
      const ids = all.map(({ conversation }) => conversation.id)
      expect([...after.queue, ...ids].sort()).toEqual([...before.queue].sort())
      expect(desk.takeBackUnopened(after, now + openWithin).desk.queue).toEqual(before.queue)
    })
  })
})
