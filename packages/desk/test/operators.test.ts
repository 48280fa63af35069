import { describe, expect, it } from 'vitest'
import * as desk from '../src/index.ts'
import { asking, done, question, staffed, taking } from './people.ts'

const now = 10_000

describe('duty', () => {
  it('begins when an operator is there and asks for it', () => {
    const added = desk.addOperator(desk.emptyDesk, { id: 'Anna', capacity: 2 })
    const ready = desk.setDuty(added, { operatorId: 'Anna', isOnDuty: true, now }).desk
    expect(desk.isAnyoneOnDuty(ready)).toBe(false)
    const there = desk.setPresence(ready, { operatorId: 'Anna', isPresent: true, now }).desk
    expect(desk.onDuty(there)).toEqual(['Anna'])
  })

  it('given up leaves the own conversations to be finished', () => {
    const taken = taking(asking(staffed({ Anna: 1 }), 'Mara'), 'Anna')
    const away = desk.setDuty(taken, { operatorId: 'Anna', isOnDuty: false, now })
    expect(away.changed).toBe(true)
    expect(desk.loadOf(away.desk, 'Anna')).toBe(1)
    expect(desk.isAnyoneOnDuty(away.desk)).toBe(false)
  })

  it('changes once', () => {
    const anna = staffed({ Anna: 1 })
    expect(desk.setDuty(anna, { operatorId: 'Anna', isOnDuty: true, now })).toEqual({ desk: anna, changed: false })
    expect(desk.setDuty(anna, { operatorId: 'Nobody', isOnDuty: true, now }).changed).toBe(false)
  })
})

describe('do not disturb', () => {
  const both = staffed({ Anna: 1, Boris: 1 })
  const quiet = desk.setQuiet(both, { operatorId: 'Anna', quiet: { until: now + 1 } })
  const isDisturbed = (of: desk.Desk, who: string, at = now) => {
    const operator = of.operators.get(who)
    return operator && desk.isDisturbed(of, operator, at)
  }

  it('keeps news from who wants quiet, until its end', () => {
    expect([isDisturbed(both, 'Anna'), isDisturbed(quiet, 'Anna'), isDisturbed(quiet, 'Boris')]).toEqual([
      ...[true, false, true],
    ])
    expect(isDisturbed(quiet, 'Anna', now + 1)).toBe(true)
    expect(isDisturbed(desk.setQuiet(quiet, { operatorId: 'Anna' }), 'Anna')).toBe(true)
  })

  it('lets everybody be disturbed where nobody who is there would be', () => {
    const all = desk.setQuiet(quiet, { operatorId: 'Boris', quiet: {} })
    expect([isDisturbed(all, 'Anna'), isDisturbed(all, 'Boris')]).toEqual([true, true])
    const { desk: alone } = desk.setPresence(quiet, { operatorId: 'Boris', isPresent: false, now })
    expect(isDisturbed(alone, 'Anna')).toBe(true)
  })

  it('ends with duty, and is nothing for who is away', () => {
    const { desk: away } = desk.setDuty(quiet, { operatorId: 'Anna', isOnDuty: false, now })
    const { desk: back } = desk.setDuty(away, { operatorId: 'Anna', isOnDuty: true, now })
    expect(isDisturbed(back, 'Anna')).toBe(true)
    expect(desk.setQuiet(away, { operatorId: 'Anna', quiet: {} })).toBe(away)
    const { desk: longer } = desk.setDuty(quiet, { operatorId: 'Anna', isOnDuty: true, now, until: now + 9 })
    expect(isDisturbed(longer, 'Anna')).toBe(false)
  })
})

describe('an operator who is gone for good', () => {
  const busy = taking(
    taking(asking(staffed({ Anna: 2, Boris: 1 }), 'Mara', 'Noor', 'Ada'), 'Anna', 'Noor'),
    'Anna',
    'Mara',
  )

  it('gives the visitors back their places', () => {
    const { desk: after, returned } = desk.setPresence(busy, { operatorId: 'Anna', isPresent: false, now })
    expect(after.queue).toEqual(['Mara', 'Noor', 'Ada'])
    expect(returned.map((each) => each.conversation.id)).toEqual(['Mara', 'Noor'])
    expect(returned[0]?.items).toEqual([{ seq: 3, at: now, kind: 'returned', by: 'Anna' }])
  })

  it('keeps duty for the return, and no conversation', () => {
    const gone = desk.setPresence(busy, { operatorId: 'Anna', isPresent: false, now }).desk
    expect(desk.loadOf(gone, 'Anna')).toBe(0)
    const back = desk.setPresence(gone, { operatorId: 'Anna', isPresent: true, now })
    expect(back.returned).toEqual([])
    expect(desk.onDuty(back.desk)).toEqual(['Anna', 'Boris'])
  })

  it('is not missed when unknown', () => {
    const same = desk.setPresence(busy, { operatorId: 'Nobody', isPresent: false, now })
    expect(same).toEqual({ desk: busy, returned: [] })
  })

  it('can be removed, and loses no visitor', () => {
    const removed = desk.removeOperator(busy, { operatorId: 'Anna', now })
    expect(removed.desk.operators.has('Anna')).toBe(false)
    expect(removed.desk.queue).toEqual(['Mara', 'Noor', 'Ada'])
    expect(removed.returned).toHaveLength(2)
  })
})

it('changes the capacity of an operator who is known, and no more', () => {
  const changed = desk.addOperator(staffed({ Anna: 1 }), { id: 'Anna', capacity: 3 })
  expect(changed.operators.get('Anna')).toEqual({ id: 'Anna', capacity: 3, isOnDuty: true, isPresent: true })
})

describe('a desk rebuilt after a restart', () => {
  it('has everybody in the order of the first question', () => {
    const before = asking(staffed({ Anna: 1 }), 'Mara', 'Noor', 'Ada')
    const shuffled = ['Ada', 'Mara', 'Noor'].flatMap((id) => before.conversations.get(id) ?? [])
    expect(desk.restore(shuffled, []).queue).toEqual(['Mara', 'Noor', 'Ada'])
  })

  it('lets ids decide between two of one millisecond', () => {
    const mara = done(desk.ask(staffed({ Anna: 1 }), question('Mara', 1000))).conversation
    expect(desk.restore([mara, { ...mara, id: 'Ada' }], []).queue).toEqual(['Ada', 'Mara'])
  })

  it('has operators away and absent, and no closed conversation', () => {
    const asked = asking(staffed({ Anna: 1 }), 'Mara')
    const closed = done(desk.close(asked, { conversationId: 'Mara', by: 'visitor', now })).conversation
    const restored = desk.restore([closed], [{ id: 'Anna', capacity: 2 }])
    expect(restored.conversations.size).toBe(0)
    expect(restored.operators.get('Anna')).toEqual({ id: 'Anna', capacity: 2, isOnDuty: false, isPresent: false })
  })
})
