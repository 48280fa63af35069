import { describe, expect, it } from 'vitest'
import {
  type Conversation,
  close,
  type Desk,
  eventsOfItems,
  leaveQuestion,
  loadOf,
  putOff,
  removeOperator,
  reopen,
  say,
  setPresence,
  take,
} from '../src/index.ts'
import { asking, done, draft, kinds, question, refusalOf, staffed, taking } from './people.ts'

const now = 10_000
const at = now + 3_600_000
const mara = (by: string, until: object = { at }) => ({ conversationId: 'Mara', by, ...until, reference: 'Q-1', now })
const annas = () => taking(asking(staffed({ Anna: 1, Boris: 1 }), 'Mara'), 'Anna')
const later = () => done(putOff(annas(), mara('Anna'))).desk
const of = (desk: Desk): Conversation | undefined => desk.conversations.get('Mara')

describe('putting a conversation off', () => {
  it('makes a question of it that comes back to who put it off, and makes room', () => {
    const outcome = putOff(annas(), mara('Anna'))
    expect(kinds(outcome)).toEqual(['3 pended'])
    expect(of(done(outcome).desk)).toMatchObject({
      ...{ status: 'pending', reference: 'Q-1', followUp: { at, by: 'Anna' } },
    })
    expect(of(done(outcome).desk)?.operatorId).toBeUndefined()
    expect(loadOf(done(outcome).desk, 'Anna')).toBe(0)
  })

  it('ends a stretch of work, so that the wait of others is told rightly', () => {
    const { conversation, items } = done(putOff(annas(), mara('Anna')))
    expect(eventsOfItems(conversation, items)).toContainEqual(
      expect.objectContaining({ kind: 'ended', outcome: 'done', conversationId: 'Mara' }),
    )
  })

  it('outlasts its operator going home', () => {
    const home = setPresence(later(), { operatorId: 'Anna', isPresent: false, now })
    expect(home.returned).toEqual([])
    expect(of(home.desk)).toMatchObject({ followUp: { by: 'Anna' } })
  })

  it('is anybody’s once its operator is gone for ever, and not for a colleague who is', () => {
    const { desk, returned } = removeOperator(later(), { operatorId: 'Anna', now })
    expect(returned).toEqual([{ conversation: of(desk), items: [] }])
    expect(of(desk)).toMatchObject({ status: 'pending', reference: 'Q-1' })
    expect(of(desk)?.followUp).toBeUndefined()
    expect(removeOperator(later(), { operatorId: 'Boris', now }).returned).toEqual([])
  })

  it('is taken back by taking it', () => {
    const { conversation } = done(take(later(), { operatorId: 'Anna', conversationId: 'Mara', now: now + 5 }))
    expect(conversation).toMatchObject({ status: 'assigned', operatorId: 'Anna' })
    expect(conversation.followUp).toBeUndefined()
  })

  it('is put off anew, or no longer, without a word in the conversation', () => {
    const anew = putOff(later(), mara('Boris', { at: at + 1 }))
    expect(kinds(anew)).toEqual([])
    expect(of(done(anew).desk)?.followUp).toEqual({ at: at + 1, by: 'Boris' })
    const noLonger = done(putOff(later(), mara('Boris', {})))
    expect(noLonger.items).toEqual([])
    expect(of(noLonger.desk)).toMatchObject({ status: 'pending', reference: 'Q-1' })
    expect(of(noLonger.desk)?.followUp).toBeUndefined()
  })

  it('works for a question that nobody has answered yet', () => {
    const left = done(leaveQuestion(staffed({ Anna: 1 }), { ...question('Mara', now), reference: 'Q-7' })).desk
    expect(of(done(putOff(left, mara('Anna'))).desk)).toMatchObject({ reference: 'Q-7', followUp: { at, by: 'Anna' } })
  })

  it('is over with an answer once the time has come, not with one before it', () => {
    const answer = (desk: Desk, when: number) =>
      of(
        done(say(desk, { conversationId: 'Mara', from: { operatorId: 'Boris' }, draft: draft('Yes'), now: when })).desk,
      )
    expect(answer(later(), at - 1)?.followUp).toEqual({ at, by: 'Anna' })
    expect(answer(later(), at)?.followUp).toBeUndefined()
    const asked = done(
      say(later(), { conversationId: 'Mara', from: 'visitor', draft: draft('And?'), now: at + 1 }),
    ).desk
    expect(of(asked)?.followUp).toEqual({ at, by: 'Anna' })
  })

  it('is to be followed up at once when its visitor writes', () => {
    const writing = { conversationId: 'Mara', from: 'visitor' as const, draft: draft('Still there?'), now: at - 1 }
    const outcome = done(say(later(), writing))
    expect(outcome.conversation.followUp).toEqual({ at: at - 1, by: 'Anna' })
    expect(done(say(later(), { ...writing, givenSeq: 1 })).conversation.followUp).toEqual({ at, by: 'Anna' })
  })

  it('is forgotten when it is opened again after its end', () => {
    const closed = done(close(later(), { conversationId: 'Mara', by: 'Anna', now })).conversation
    const { conversation } = done(reopen(later(), { conversation: { ...closed, id: 'Mara 2' }, by: 'Anna', now }))
    expect(conversation.followUp).toBeUndefined()
  })

  it('is refused for what a colleague has, what waits or is over, and to who has no account', () => {
    expect(refusalOf(putOff(annas(), mara('Boris')))).toBe('forbidden')
    expect(refusalOf(putOff(asking(staffed({ Anna: 1 }), 'Mara'), mara('Anna')))).toBe('forbidden')
    expect(refusalOf(putOff(staffed({ Anna: 1 }), mara('Anna')))).toBe('conversation-closed')
    expect(refusalOf(putOff(annas(), mara('Nobody')))).toBe('unknown-operator')
    expect(kinds(putOff(annas(), mara('Anna', {})))).toEqual([])
  })
})
