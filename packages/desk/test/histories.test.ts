import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addNote,
  emptyDesk,
  eventsOfHistory,
  eventsOfItems,
  eventsOfTeam,
  isAnyoneOnDuty,
  type LineEvent,
  loadOf,
  positionOf,
  restore,
  say,
  WaitEstimator,
} from '../src/index.ts'
import { morning, play, step, type World } from './history.ts'
import { done, draft } from './people.ts'

/** Plays random histories and looks at the world after each step, and before it. */
function always(look: (after: ReturnType<typeof play>, before: World, act: Parameters<typeof play>[1]['act']) => void) {
  const history = fc.array(step, { minLength: 10, maxLength: 60 })
  fc.assert(
    fc.property(history, (steps) => {
      let world = morning
      for (const each of steps) {
        const after = play(world, each)
        look(after, world, each.act)
        world = after
      }
    }),
    { numRuns: 300 },
  )
}

function estimatorOf(events: readonly LineEvent[]): WaitEstimator {
  const waits = new WaitEstimator({ seed: 1, isByHand: () => true })
  for (const event of events) waits.see(event)
  return waits
}

/** Plays random histories with an estimator that is told of every step, and looks at the end. */
function followed(look: (world: World, waits: WaitEstimator) => void) {
  fc.assert(
    fc.property(fc.array(step, { minLength: 5, maxLength: 60 }), (steps) => {
      const waits = estimatorOf(eventsOfTeam(emptyDesk, morning.desk, morning.now))
      let world: World = morning
      for (const each of steps) {
        const after = play(world, each)
        for (const event of [...eventsOfTeam(world.desk, after.desk, after.now), ...news(world, after)])
          waits.see(event)
        world = after
      }
      look(world, waits)
    }),
    { numRuns: 100 },
  )
}

/** What a step added to the store, as the estimator is told it. */
function news(before: World, after: World): LineEvent[] {
  return [...after.stored].flatMap(([id, items]) => {
    const conversation = after.desk.conversations.get(id) ?? after.closed.get(id)
    return conversation ? eventsOfItems(conversation, items.slice(before.stored.get(id)?.length ?? 0)) : []
  })
}

describe('whatever happens', () => {
  it('nobody has more conversations than their capacity', () => {
    always(({ desk }) => {
      for (const { id, capacity } of desk.operators.values()) expect(loadOf(desk, id)).toBeLessThanOrEqual(capacity)
    })
  })

  it('nobody is lost: everyone who asked waits, is assigned, left a question or is closed', () => {
    always(({ desk, closed, stored }) => {
      expect([...desk.conversations.keys(), ...closed.keys()].sort()).toEqual([...stored.keys()].sort())
      for (const { status } of desk.conversations.values()) expect(status).not.toBe('closed')
    })
  })

  it('the line holds exactly those who wait, each once', () => {
    always(({ desk }) => {
      const waiting = [...desk.conversations.values()].filter(({ status }) => status === 'waiting')
      expect([...desk.queue].sort()).toEqual(waiting.map(({ id }) => id).sort())
      desk.queue.forEach((id, index) => {
        expect(positionOf(desk, id)).toBe(index + 1)
      })
    })
  })

  it('first come is first served, among those who are there', () => {
    always(({ outcome }, before, act) => {
      if (act.kind !== 'take next' || !outcome?.ok) return
      for (const other of before.desk.conversations.values()) {
        if (other.status !== 'waiting' || !other.isVisitorPresent) continue
        expect(outcome.conversation.askedAt).toBeLessThanOrEqual(other.askedAt)
      }
    })
  })

  it('nobody in line loses a place to somebody who asks later', () => {
    always(({ desk }, before, act) => {
      if (act.kind !== 'ask') return
      for (const id of before.desk.queue) expect(positionOf(desk, id)).toBe(positionOf(before.desk, id))
    })
  })

  it('the place of a conversation rests on when it first asked', () => {
    always(({ desk, closed }, before) => {
      for (const { id, askedAt } of before.desk.conversations.values()) {
        expect((desk.conversations.get(id) ?? closed.get(id))?.askedAt).toBe(askedAt)
      }
    })
  })

  it('items are numbered without a gap', () => {
    always(({ desk, stored }) => {
      for (const [id, items] of stored) {
        expect(items.map(({ seq }) => seq)).toEqual(items.map((_, index) => index + 1))
        expect(desk.conversations.get(id)?.lastSeq ?? items.length).toBe(items.length)
      }
    })
  })

  it('who is gone for good has no conversation, and every conversation that runs has one operator', () => {
    always(({ desk }) => {
      for (const { status, operatorId, assignedAt } of desk.conversations.values()) {
        const holder = operatorId === undefined ? undefined : desk.operators.get(operatorId)
        expect(holder?.isPresent ?? false).toBe(status === 'assigned')
        expect(assignedAt !== undefined).toBe(status === 'assigned')
      }
    })
  })

  it('a message or note that got in before changes nothing', () => {
    always(({ desk, now }) => {
      for (const conversationId of desk.conversations.keys()) {
        const again = { conversationId, draft: draft('again'), now, givenSeq: 1 }
        expect(done(say(desk, { ...again, from: 'visitor' }))).toMatchObject({ items: [] })
        expect(done(say(desk, { ...again, from: 'visitor' })).desk).toBe(desk)
        expect(done(addNote(desk, { ...again, operatorId: 'Anna' })).desk).toBe(desk)
      }
    })
  })

  it('a restart keeps the line', () => {
    always(({ desk, closed }) => {
      const all = [...closed.values(), ...desk.conversations.values()].reverse()
      expect(restore(all, [...desk.operators.values()]).queue).toEqual(desk.queue)
    })
  })

  it('a command leaves the desk it was given as it was', () => {
    const history = fc.array(step, { minLength: 10, maxLength: 60 })
    const afterAll = (steps: readonly Parameters<typeof play>[1][]) => steps.reduce<World>(play, morning)
    fc.assert(
      fc.property(history, step, (steps, last) => {
        const { desk } = afterAll(steps)
        const copy = structuredClone(desk)
        play({ ...afterAll(steps), desk }, last)
        expect(desk).toEqual(copy)
      }),
      { numRuns: 300 },
    )
  })

  it('everybody in line is told a place and a wait, or why none', () => {
    followed(({ desk, now }, waits) => {
      const statuses = waits.statuses(now)
      expect([...statuses.keys()]).toEqual(desk.queue)
      expect([...statuses.values()].map(({ position }) => position)).toEqual(desk.queue.map((_, index) => index + 1))
      for (const status of statuses.values()) expect(status.wait === 'known').toBe(isAnyoneOnDuty(desk))
    })
  })

  it('an estimator that sees the stored items follows the same line', () => {
    followed(({ desk, now, stored, closed }) => {
      const conversations = [...closed.values(), ...desk.conversations.values()]
      const history = conversations.map((conversation) => {
        return { conversation, items: stored.get(conversation.id) ?? [] }
      })
      const rebuilt = estimatorOf([...eventsOfHistory(history), ...eventsOfTeam(emptyDesk, desk, now)])
      expect([...rebuilt.statuses(now).keys()]).toEqual(desk.queue)
    })
  })
})
