import { describe, expect, it } from 'vitest'
import {
  ask,
  close,
  leaveQuestion,
  loadOf,
  reopen,
  restore,
  setDuty,
  setPresence,
  setVisitorPresence,
  take,
} from '../src/index.ts'
import { asking, done, question, refusalOf, staffed, taking } from './people.ts'

const now = 10_000

describe('taking', () => {
  const desk = asking(staffed({ Anna: 1, Boris: 2 }), 'Mara', 'Noor', 'Ada')

  it('gives the first in line', () => {
    const outcome = done(take(desk, { operatorId: 'Anna', now }))
    expect(outcome.conversation).toMatchObject({ id: 'Mara', status: 'assigned', operatorId: 'Anna', assignedAt: now })
    expect(outcome.items).toEqual([{ seq: 2, at: now, kind: 'assigned', to: 'Anna' }])
    expect(outcome.desk.queue).toEqual(['Noor', 'Ada'])
  })

  it('passes over a visitor who is not there, who keeps the place', () => {
    const away = setVisitorPresence(desk, { conversationId: 'Mara', isPresent: false })
    const outcome = done(take(away, { operatorId: 'Anna', now }))
    expect(outcome.conversation.id).toBe('Noor')
    expect(outcome.desk.queue).toEqual(['Mara', 'Ada'])
  })

  it('gives the first whom the operator may serve, and else the first', () => {
    const operator = { capacity: 2, isOnDuty: true, isPresent: true }
    const team = restore(
      [],
      [
        { ...operator, id: 'Anna', languages: ['sl'] },
        { ...operator, id: 'Boris', languages: ['en'] },
      ],
    )
    const line = done(ask(asking(team, 'Mara'), { ...question('Noor', 2000), locale: 'sl' })).desk
    const taken = taking(line, 'Anna')
    expect(taken.conversations.get('Noor')?.operatorId).toBe('Anna')
    expect(taking(taken, 'Anna').conversations.get('Mara')?.operatorId).toBe('Anna')
  })

  it('gives a named visitor out of turn', () => {
    expect(taking(desk, 'Anna', 'Ada').queue).toEqual(['Mara', 'Noor'])
  })

  it('stops at the capacity', () => {
    const full = taking(desk, 'Anna')
    expect(refusalOf(take(full, { operatorId: 'Anna', now }))).toBe('at-capacity')
    expect(loadOf(taking(taking(full, 'Boris'), 'Boris'), 'Boris')).toBe(2)
  })

  it('is for operators who are on duty and there', () => {
    const away = setDuty(desk, { operatorId: 'Anna', isOnDuty: false, now }).desk
    const gone = setPresence(desk, { operatorId: 'Anna', isPresent: false, now }).desk
    expect(refusalOf(take(away, { operatorId: 'Anna', now }))).toBe('not-on-duty')
    expect(refusalOf(take(gone, { operatorId: 'Anna', now }))).toBe('not-on-duty')
    expect(refusalOf(take(desk, { operatorId: 'Nobody', now }))).toBe('unknown-operator')
  })

  it('says so when nobody waits', () => {
    expect(refusalOf(take(staffed({ Anna: 1 }), { operatorId: 'Anna', now }))).toBe('nobody-waits')
  })

  it('leaves a visitor with the operator who was faster', () => {
    const taken = taking(desk, 'Anna', 'Mara')
    const late = take(taken, { operatorId: 'Boris', conversationId: 'Mara', now })
    expect(late).toEqual({ ok: false, refusal: 'already-taken', detail: 'Anna' })
  })

  it('does nothing for an operator who has the visitor already', () => {
    const taken = taking(desk, 'Anna', 'Mara')
    expect(done(take(taken, { operatorId: 'Anna', conversationId: 'Mara', now }))).toMatchObject({
      desk: taken,
      items: [],
    })
  })

  it('counts a question taken up as a conversation', () => {
    const left = done(leaveQuestion(desk, { ...question('Kim', now), reference: 'Q-1' })).desk
    const taken = taking(left, 'Anna', 'Kim')
    expect(taken.conversations.get('Kim')).toMatchObject({ status: 'assigned', reference: 'Q-1' })
    expect(refusalOf(take(taken, { operatorId: 'Anna', now }))).toBe('at-capacity')
  })

  it('does not find a closed conversation', () => {
    const closed = done(close(desk, { conversationId: 'Mara', by: 'visitor', now })).desk
    expect(refusalOf(take(closed, { operatorId: 'Anna', conversationId: 'Mara', now }))).toBe('conversation-closed')
  })
})

describe('reopening', () => {
  const desk = taking(asking(staffed({ Anna: 1, Boris: 1 }), 'Mara', 'Noor'), 'Anna', 'Mara')
  const closed = done(close(desk, { conversationId: 'Mara', by: 'Anna', now }))

  it('undoes a close', () => {
    const outcome = done(reopen(closed.desk, { conversation: closed.conversation, by: 'Anna', now: 12_000 }))
    expect(outcome.items).toEqual([{ seq: 4, at: 12_000, kind: 'reopened', by: 'Anna' }])
    expect(outcome.conversation).toMatchObject({ status: 'assigned', operatorId: 'Anna', assignedAt: 12_000 })
    expect(outcome.conversation).not.toHaveProperty('closedAt')
  })

  it('needs duty and a free place', () => {
    const full = taking(closed.desk, 'Anna', 'Noor')
    const away = setDuty(closed.desk, { operatorId: 'Anna', isOnDuty: false, now }).desk
    expect(refusalOf(reopen(full, { conversation: closed.conversation, by: 'Anna', now }))).toBe('at-capacity')
    expect(refusalOf(reopen(away, { conversation: closed.conversation, by: 'Anna', now }))).toBe('not-on-duty')
  })

  it('happens once', () => {
    const open = done(reopen(closed.desk, { conversation: closed.conversation, by: 'Anna', now })).desk
    expect(done(reopen(open, { conversation: closed.conversation, by: 'Anna', now })).desk).toBe(open)
    expect(refusalOf(reopen(open, { conversation: closed.conversation, by: 'Boris', now }))).toBe('already-taken')
  })
})
