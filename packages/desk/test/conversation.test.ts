import { describe, expect, it } from 'vitest'
import {
  addNote,
  ask,
  close,
  emptyDesk,
  leaveQuestion,
  pend,
  positionOf,
  rejoin,
  say,
  setDuty,
  setVisitorPresence,
} from '../src/index.ts'
import { asking, done, draft, kinds, question, refusalOf, staffed, taking } from './people.ts'

const now = 10_000

describe('asking', () => {
  it('puts a visitor at the end of the line', () => {
    const desk = asking(staffed({ Anna: 1 }), 'Mara', 'Noor')
    expect(positionOf(desk, 'Mara')).toBe(1)
    expect(positionOf(desk, 'Noor')).toBe(2)
  })

  it('stores the first message as number 1', () => {
    const { items, conversation } = done(ask(staffed({ Anna: 1 }), question('Mara', 1000)))
    const text = { id: 'id of Mara asks', text: 'Mara asks' }
    expect(items).toEqual([{ seq: 1, at: 1000, kind: 'message', from: 'visitor', ...text }])
    expect(conversation).toMatchObject({ status: 'waiting', lastSeq: 1, askedAt: 1000, isVisitorPresent: true })
  })

  it('is refused when nobody answers', () => {
    expect(refusalOf(ask(emptyDesk, question('Mara', 1000)))).toBe('nobody-on-duty')
  })

  it('keeps the place of a visitor who asks twice', () => {
    const desk = asking(staffed({ Anna: 1 }), 'Mara', 'Noor')
    const again = ask(desk, { ...question('Mara', 5000), draft: draft('and one more thing') })
    expect(kinds(again)).toEqual(['2 message'])
    expect(done(again).desk.queue).toEqual(['Mara', 'Noor'])
  })

  it('never speaks in the conversation of another visitor', () => {
    const desk = asking(staffed({ Anna: 1 }), 'Mara')
    expect(refusalOf(ask(desk, { ...question('Mara', 5000), visitorId: 'Boris' }))).toBe('forbidden')
  })

  it('puts the newcomer last although the clock was set back', () => {
    const desk = asking(staffed({ Anna: 1 }), 'Mara', 'Noor')
    expect(done(ask(desk, question('Ada', 10))).desk.queue).toEqual(['Mara', 'Noor', 'Ada'])
  })
})

describe('a question for later', () => {
  const leaving = { ...question('Mara', now), reference: 'Q-1' }

  it('needs nobody on duty', () => {
    const outcome = leaveQuestion(emptyDesk, leaving)
    expect(kinds(outcome)).toEqual(['1 message', '2 pended'])
    expect(done(outcome).conversation).toMatchObject({ status: 'pending', reference: 'Q-1' })
  })

  it('gives up the place in line', () => {
    const outcome = leaveQuestion(asking(staffed({ Anna: 1 }), 'Mara', 'Noor'), leaving)
    expect(kinds(outcome)).toEqual(['2 message', '3 pended'])
    expect(done(outcome).desk.queue).toEqual(['Noor'])
  })

  it('takes further messages under the same reference', () => {
    const left = done(leaveQuestion(emptyDesk, leaving)).desk
    const more = leaveQuestion(left, { ...leaving, draft: draft('also this'), reference: 'Q-2' })
    expect(kinds(more)).toEqual(['3 message'])
    expect(done(more).conversation.reference).toBe('Q-1')
  })

  it('comes from the line with one command', () => {
    const desk = asking(staffed({ Anna: 1 }), 'Mara', 'Noor')
    const pended = pend(desk, { conversationId: 'Mara', reference: 'Q-1', now })
    expect(kinds(pended)).toEqual(['2 pended'])
    expect(done(pended).desk.queue).toEqual(['Noor'])
    expect(kinds(pend(done(pended).desk, { conversationId: 'Mara', reference: 'Q-1', now }))).toEqual([])
  })

  it('becomes the first place again for who was away, and keeps its reference', () => {
    const line = asking(staffed({ Anna: 1 }), 'Mara', 'Noor')
    const lost = done(pend(line, { conversationId: 'Mara', reference: 'Q-1', now, isPlaceLost: true })).desk
    const back = rejoin(lost, { conversationId: 'Mara', now: now + 1 })
    expect(kinds(back)).toEqual(['3 rejoined'])
    expect(done(back).desk.queue).toEqual(['Mara', 'Noor'])
    expect(kinds(rejoin(done(back).desk, { conversationId: 'Mara', now }))).toEqual([])
    const again = pend(done(back).desk, { conversationId: 'Mara', reference: 'Q-2', now })
    expect(done(again).conversation).toMatchObject({ status: 'pending', reference: 'Q-1' })
    expect(refusalOf(rejoin(done(again).desk, { conversationId: 'Mara', now }))).toBe('forbidden')
  })

  it('gives no place back while nobody is on duty, nor of a conversation that is over', () => {
    const line = asking(staffed({ Anna: 1 }), 'Mara')
    const lost = done(pend(line, { conversationId: 'Mara', reference: 'Q-1', now, isPlaceLost: true })).desk
    const deserted = setDuty(lost, { operatorId: 'Anna', isOnDuty: false, now }).desk
    expect(refusalOf(rejoin(deserted, { conversationId: 'Mara', now }))).toBe('nobody-on-duty')
    expect(refusalOf(rejoin(line, { conversationId: 'Noor', now }))).toBe('conversation-closed')
  })

  it('is not made of a conversation that somebody has', () => {
    const desk = taking(asking(staffed({ Anna: 1 }), 'Mara'), 'Anna')
    expect(refusalOf(pend(desk, { conversationId: 'Mara', reference: 'Q-1', now }))).toBe('forbidden')
    expect(refusalOf(leaveQuestion(desk, leaving))).toBe('forbidden')
  })

  it('is answered by any operator', () => {
    const desk = done(leaveQuestion(staffed({ Anna: 1, Boris: 1 }), leaving)).desk
    const from = { operatorId: 'Boris' }
    expect(kinds(say(desk, { conversationId: 'Mara', from, draft: draft('here it is'), now }))).toEqual(['3 message'])
  })
})

describe('saying', () => {
  const desk = taking(asking(staffed({ Anna: 1, Boris: 1 }), 'Mara', 'Noor'), 'Anna')
  const hello = { conversationId: 'Mara', draft: draft('hello'), now }

  it('numbers both sides in one order', () => {
    const first = done(say(desk, { ...hello, from: { operatorId: 'Anna' } }))
    const second = say(first.desk, { ...hello, from: 'visitor' })
    expect(first.items).toMatchObject([{ seq: 3, from: 'operator', by: 'Anna', text: 'hello' }])
    expect(kinds(second)).toEqual(['4 message'])
  })

  it('changes nothing when an earlier try got in', () => {
    const outcome = done(say(desk, { ...hello, from: 'visitor', givenSeq: 1 }))
    expect(outcome.items).toEqual([])
    expect(outcome.desk).toBe(desk)
  })

  it('is for the operator who has the conversation', () => {
    expect(refusalOf(say(desk, { ...hello, from: { operatorId: 'Boris' } }))).toBe('forbidden')
  })

  it('asks operators to take a waiting visitor first', () => {
    const waiting = { ...hello, conversationId: 'Noor', from: { operatorId: 'Anna' } }
    expect(refusalOf(say(desk, waiting))).toBe('forbidden')
  })

  it("stops beside a colleague's answer that its writer has not seen", () => {
    const answer = { ...hello, from: { operatorId: 'Anna' }, answered: { seq: 3, by: 'Boris' } }
    expect(say(desk, { ...answer, seenSeq: 2 })).toEqual({ ok: false, refusal: 'unseen-reply', detail: 'Boris' })
    expect(kinds(say(desk, { ...answer, seenSeq: 3 }))).toEqual(['3 message'])
    expect(kinds(say(desk, answer))).toEqual(['3 message'])
    expect(kinds(say(desk, { ...answer, seenSeq: 2, answered: { seq: 3, by: 'Anna' } }))).toEqual(['3 message'])
    expect(kinds(say(desk, { ...answer, seenSeq: 2, givenSeq: 4 }))).toEqual([])
  })

  it('ends with the conversation', () => {
    const closed = done(close(desk, { conversationId: 'Mara', by: 'visitor', now })).desk
    expect(refusalOf(say(closed, { ...hello, from: 'visitor' }))).toBe('conversation-closed')
  })

  it('leaves the line as it is', () => {
    expect(done(say(desk, { ...hello, from: 'visitor' })).desk.queue).toBe(desk.queue)
  })
})

describe('a note', () => {
  const desk = asking(staffed({ Anna: 1 }), 'Mara')
  const note = { conversationId: 'Mara', draft: draft('knows us well'), now }

  it('can be added to any open conversation', () => {
    const { items } = done(addNote(desk, { ...note, operatorId: 'Anna' }))
    expect(items).toMatchObject([{ seq: 2, kind: 'note', by: 'Anna', text: 'knows us well' }])
  })

  it('is stored once', () => {
    expect(done(addNote(desk, { ...note, operatorId: 'Anna', givenSeq: 2 })).desk).toBe(desk)
  })

  it('is refused without an operator or a conversation', () => {
    expect(refusalOf(addNote(desk, { ...note, operatorId: 'Nobody' }))).toBe('unknown-operator')
    expect(refusalOf(addNote(emptyDesk, { ...note, operatorId: 'Anna' }))).toBe('conversation-closed')
  })
})

describe('closing', () => {
  const desk = taking(asking(staffed({ Anna: 1, Boris: 1 }), 'Mara', 'Noor'), 'Anna')

  it('takes the conversation off the desk and hands it back', () => {
    const outcome = done(close(desk, { conversationId: 'Mara', by: 'Anna', now }))
    expect(outcome.items).toEqual([{ seq: 3, at: now, kind: 'closed', by: 'Anna' }])
    expect(outcome.conversation).toMatchObject({ status: 'closed', closedAt: now, operatorId: 'Anna', lastSeq: 3 })
    expect(outcome.desk.conversations.has('Mara')).toBe(false)
  })

  it('by a visitor in line frees the place', () => {
    const outcome = done(close(desk, { conversationId: 'Noor', by: 'visitor', now }))
    expect(outcome.items).toEqual([{ seq: 2, at: now, kind: 'closed' }])
    expect(outcome.desk.queue).toEqual([])
  })

  it("leaves a colleague's conversation alone", () => {
    expect(refusalOf(close(desk, { conversationId: 'Mara', by: 'Boris', now }))).toBe('forbidden')
  })

  it('happens once', () => {
    const closed = done(close(desk, { conversationId: 'Noor', by: 'Boris', now })).desk
    expect(refusalOf(close(closed, { conversationId: 'Noor', by: 'Boris', now }))).toBe('conversation-closed')
  })
})

it('remembers whether a visitor is there', () => {
  const desk = asking(staffed({ Anna: 1 }), 'Mara')
  const away = setVisitorPresence(desk, { conversationId: 'Mara', isPresent: false })
  expect(away.conversations.get('Mara')?.isVisitorPresent).toBe(false)
  expect(positionOf(away, 'Mara')).toBe(1)
  expect(setVisitorPresence(away, { conversationId: 'Mara', isPresent: false })).toBe(away)
})
