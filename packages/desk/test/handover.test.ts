import { describe, expect, it } from 'vitest'
import * as desk from '../src/index.ts'
import { asking, done, draft, kinds, refusalOf, staffed, taking } from './people.ts'

const now = 10_000
const openWithin = 30_000
const room = taking(asking(staffed({ Anna: 2, Boris: 1 }), 'Mara', 'Noor', 'Ada'), 'Anna', 'Mara', 4000)
const at = { conversationId: 'Mara', now }
const mara = { ...at, by: 'Anna', openWithin }
const toBoris = done(desk.transfer(room, { ...mara, to: 'Boris' }))
const toLine = done(desk.transfer(room, { ...mara, to: 'line' }))

describe('a transfer to a colleague', () => {
  it('gives them the visitor to open, the note first, and tells the visitor nothing yet', () => {
    const outcome = desk.transfer(room, { ...mara, to: 'Boris', note: draft('wants a refund') })
    expect(kinds(outcome)).toEqual(['3 note', '4 handed'])
    const { conversation } = done(outcome)
    expect(conversation).toMatchObject({ operatorId: 'Boris', status: 'assigned', assignedAt: 4000, openBy: 40_000 })
    expect(desk.withWhom(conversation)).toBe('Anna')
  })

  it('is taken over by opening it', () => {
    const opened = done(desk.open(toBoris.desk, { ...at, by: 'Boris' }))
    expect(opened.items).toEqual([{ seq: 4, at: now, kind: 'transferred', by: 'Anna', to: 'Boris' }])
    expect(desk.withWhom(opened.conversation)).toBe('Boris')
    expect(opened.conversation).not.toHaveProperty('handed')
    expect(kinds(desk.open(opened.desk, { ...at, by: 'Boris' }))).toEqual([])
  })

  it('is taken over by answering, putting off or closing it', () => {
    const { desk: handed } = toBoris
    const said = desk.say(handed, { ...at, draft: draft('Hello'), from: { operatorId: 'Boris' } })
    expect(kinds(said)).toEqual(['4 transferred', '5 message'])
    const putOff = desk.putOff(handed, { ...at, by: 'Boris', at: now + 1, reference: 'Q-1' })
    expect(kinds(putOff)).toEqual(['4 transferred', '5 pended'])
    expect(kinds(desk.close(handed, { ...at, by: 'Boris' }))).toEqual(['4 transferred', '5 closed'])
  })

  it('ends with who gave it where the visitor leaves before', () => {
    expect(done(desk.close(toBoris.desk, { ...at, by: 'visitor' })).conversation).toMatchObject({ operatorId: 'Anna' })
  })

  it('comes back to who gave it, to be opened, where it is not opened in time', () => {
    const early = desk.giveBackUnopened(toBoris.desk, { now: now + openWithin - 1, openWithin })
    expect(early).toEqual({ desk: toBoris.desk, changed: [] })
    const late = desk.giveBackUnopened(toBoris.desk, { now: now + openWithin, openWithin })
    const [back] = late.changed
    expect(back?.items).toMatchObject([{ seq: 4, kind: 'handed-back', by: 'Boris', to: 'Anna' }])
    expect(back?.conversation).toMatchObject({ operatorId: 'Anna', openBy: now + 2 * openWithin, assignedAt: 4000 })
    expect(back?.conversation).not.toHaveProperty('handed')
    expect(late.desk.conversations.get('Mara')).toBe(back?.conversation)
  })

  it('goes to the line where both are gone', () => {
    const gone = desk.setPresence(toBoris.desk, { operatorId: 'Anna', isPresent: false, now }).desk
    const { changed } = desk.giveBackUnopened(gone, { now: now + openWithin, openWithin })
    expect(changed[0]?.items).toMatchObject([{ kind: 'returned', by: 'Anna' }])
    expect(changed[0]?.conversation).not.toHaveProperty('handed')
  })

  it('comes back at once where the colleague is lost', () => {
    const { returned } = desk.setPresence(toBoris.desk, { operatorId: 'Boris', isPresent: false, now })
    expect(returned[0]?.items).toMatchObject([{ kind: 'handed-back', by: 'Boris', to: 'Anna' }])
    expect(returned[0]?.conversation).toMatchObject({ operatorId: 'Anna' })
  })

  it('is not for the line, nor kept unopened by hand', () => {
    expect(desk.takeBackUnopened(toBoris.desk, now + openWithin).changed).toEqual([])
    expect(desk.keepUnopened(toBoris.desk).changed).toEqual([])
  })

  it('that is handed on unopened stands between who had the visitor and who takes over', () => {
    const three = desk.addOperator(toBoris.desk, { id: 'Cleo', capacity: 1 })
    const there = desk.setPresence(three, { operatorId: 'Cleo', isPresent: true, now }).desk
    const onDuty = desk.setDuty(there, { operatorId: 'Cleo', isOnDuty: true, now }).desk
    const toCleo = done(desk.transfer(onDuty, { ...mara, by: 'Boris', to: 'Cleo' })).desk
    const opened = done(desk.open(toCleo, { ...at, by: 'Cleo' }))
    expect(opened.items).toMatchObject([{ kind: 'transferred', by: 'Anna', to: 'Cleo' }])
  })

  it('needs a colleague on duty with a free place', () => {
    const away = desk.setDuty(room, { operatorId: 'Boris', isOnDuty: false, now }).desk
    expect(refusalOf(desk.transfer(away, { ...mara, to: 'Boris' }))).toBe('not-on-duty')
    expect(refusalOf(desk.transfer(taking(room, 'Boris'), { ...mara, to: 'Boris' }))).toBe('at-capacity')
    expect(refusalOf(desk.transfer(room, { ...mara, to: 'Nobody' }))).toBe('unknown-operator')
  })

  it('is for the operator who has the visitor', () => {
    expect(refusalOf(desk.transfer(room, { ...mara, by: 'Boris', to: 'line' }))).toBe('forbidden')
    expect(refusalOf(desk.transfer(room, { ...mara, conversationId: 'Noor', to: 'line' }))).toBe('forbidden')
  })

  it('to oneself keeps the note and moves nothing', () => {
    const outcome = desk.transfer(room, { ...mara, to: 'Anna', note: draft('mine after all') })
    expect(kinds(outcome)).toEqual(['3 note'])
    expect(done(outcome).conversation.operatorId).toBe('Anna')
  })
})

describe('a transfer to the line', () => {
  it('goes to the place of the first question', () => {
    expect(toLine.items).toEqual([{ seq: 3, at: now, kind: 'returned', by: 'Anna' }])
    expect(toLine.desk.queue).toEqual(['Mara', 'Noor', 'Ada'])
    expect(toLine.conversation).not.toHaveProperty('operatorId')
    expect(toLine.conversation).not.toHaveProperty('assignedAt')
  })

  it('for a skill waits for who has it', () => {
    const skilled = desk.addOperator(room, { id: 'Boris', capacity: 1, skills: ['repairs'] })
    const outcome = done(desk.transfer(skilled, { ...mara, to: 'line', skill: 'repairs' }))
    expect(outcome.items).toMatchObject([{ kind: 'returned', by: 'Anna', skill: 'repairs' }])
    expect(desk.eligible(outcome.desk, outcome.conversation).map(({ id }) => id)).toEqual(['Boris'])
  })

  it('is refused for a skill that nobody else on duty has', () => {
    const own = desk.addOperator(room, { id: 'Anna', capacity: 2, skills: ['repairs'] })
    expect(refusalOf(desk.transfer(own, { ...mara, to: 'line', skill: 'repairs' }))).toBe('nobody-on-duty')
  })
})

describe('taking back a transfer', () => {
  it('gives the visitor back to who had them, also over capacity', () => {
    const full = taking(taking(toBoris.desk, 'Anna', 'Noor'), 'Anna', 'Ada')
    const back = done(desk.takeBack(full, { ...at, by: 'Anna' }))
    expect(back.items).toMatchObject([{ kind: 'handed-back', by: 'Boris', to: 'Anna', isUndone: true }])
    expect(back.conversation).toMatchObject({ status: 'assigned', operatorId: 'Anna', assignedAt: 4000 })
    expect(back.conversation).not.toHaveProperty('openBy')
    expect(kinds(desk.takeBack(back.desk, { ...at, by: 'Anna' }))).toEqual([])
  })

  it('takes them out of the line again', () => {
    const back = done(desk.takeBack(toLine.desk, { ...at, by: 'Anna' }))
    expect(back.items).toMatchObject([{ kind: 'assigned', to: 'Anna' }])
    expect(back.desk.queue).toEqual(['Noor', 'Ada'])
  })

  it('takes them from whom the line gave them to, as long as they are not opened', () => {
    const { desk: given } = desk.route(toLine.desk, { now, openWithin })
    const back = done(desk.takeBack(given, { ...at, by: 'Anna' }))
    expect(back.items).toMatchObject([{ kind: 'transferred', by: 'Boris', to: 'Anna' }])
    const opened = done(desk.open(given, { ...at, by: 'Boris' })).desk
    expect(refusalOf(desk.takeBack(opened, { ...at, by: 'Anna' }))).toBe('already-taken')
  })

  it('is too late once somebody has them, and for who gave them only', () => {
    const opened = done(desk.open(toBoris.desk, { ...at, by: 'Boris' })).desk
    expect(refusalOf(desk.takeBack(opened, { ...at, by: 'Anna' }))).toBe('already-taken')
    expect(refusalOf(desk.takeBack(taking(toLine.desk, 'Boris', 'Mara'), { ...at, by: 'Anna' }))).toBe('already-taken')
    expect(refusalOf(desk.takeBack(toLine.desk, { ...at, by: 'Boris' }))).toBe('forbidden')
    expect(refusalOf(desk.takeBack(room, { ...at, conversationId: 'Nobody', by: 'Anna' }))).toBe('conversation-closed')
  })
})
