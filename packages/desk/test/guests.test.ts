import { describe, expect, it } from 'vitest'
import * as desk from '../src/index.ts'
import { asking, done, draft, kinds, refusalOf, staffed, taking } from './people.ts'

const now = 10_000
const room = taking(asking(staffed({ Anna: 1, Boris: 1, Cleo: 1 }), 'Mara', 'Noor'), 'Anna', 'Mara', 4000)
const at = { conversationId: 'Mara', now }
const asked = done(desk.invite(room, { ...at, by: 'Anna', who: 'Boris' })).desk
const joined = done(desk.joinIn(asked, { ...at, by: 'Boris' })).desk
const mara = (of: desk.Desk) => of.conversations.get('Mara')

describe('an invitation', () => {
  it('asks a colleague, the note first, and leaves the visitor with who asks', () => {
    const outcome = desk.invite(room, { ...at, by: 'Anna', who: 'Boris', note: draft('knows kilns') })
    expect(kinds(outcome)).toEqual(['3 note', '4 invited'])
    expect(done(outcome).conversation).toMatchObject({ operatorId: 'Anna', invited: ['Boris'] })
    expect(kinds(desk.invite(asked, { ...at, by: 'Anna', who: 'Boris' }))).toEqual([])
  })

  it('needs a colleague on duty, and no free place', () => {
    const away = desk.setDuty(room, { operatorId: 'Boris', isOnDuty: false, now }).desk
    expect(refusalOf(desk.invite(away, { ...at, by: 'Anna', who: 'Boris' }))).toBe('not-on-duty')
    expect(refusalOf(desk.invite(room, { ...at, by: 'Anna', who: 'Nobody' }))).toBe('unknown-operator')
    expect(done(desk.invite(taking(room, 'Boris', 'Noor'), { ...at, by: 'Anna', who: 'Boris' })).ok).toBe(true)
  })

  it('is for who has the visitor to give', () => {
    expect(refusalOf(desk.invite(room, { ...at, by: 'Boris', who: 'Cleo' }))).toBe('forbidden')
    expect(refusalOf(desk.invite(joined, { ...at, by: 'Boris', who: 'Cleo' }))).toBe('forbidden')
    expect(refusalOf(desk.joinIn(room, { ...at, by: 'Boris' }))).toBe('forbidden')
  })

  it('is declined, or taken back, without a word to the visitor', () => {
    const declined = desk.leave(asked, { ...at, by: 'Boris' })
    expect(done(declined).items).toMatchObject([{ kind: 'uninvited', by: 'Boris', to: 'Boris' }])
    expect(done(declined).conversation).not.toHaveProperty('invited')
    expect(kinds(desk.leave(asked, { ...at, by: 'Anna', who: 'Boris' }))).toEqual(['4 uninvited'])
    expect(refusalOf(desk.leave(asked, { ...at, by: 'Cleo', who: 'Boris' }))).toBe('forbidden')
  })
})

describe('a guest', () => {
  it('answers beside whose conversation it is, and takes nobody’s place', () => {
    expect(mara(joined)).toMatchObject({ operatorId: 'Anna', guests: ['Boris'] })
    expect(mara(joined)).not.toHaveProperty('invited')
    expect(kinds(desk.say(joined, { ...at, draft: draft('Hello'), from: { operatorId: 'Boris' } }))).toEqual([
      '5 message',
    ])
    expect(desk.loadOf(joined, 'Boris')).toBe(0)
    expect(kinds(desk.joinIn(joined, { ...at, by: 'Boris' }))).toEqual([])
  })

  it('neither closes nor hands on what is a colleague’s', () => {
    expect(refusalOf(desk.close(joined, { ...at, by: 'Boris' }))).toBe('forbidden')
    const transfer = { ...at, by: 'Boris', to: 'line' as const, openWithin: 1 }
    expect(refusalOf(desk.transfer(joined, transfer))).toBe('forbidden')
  })

  it('leaves, and answers no more', () => {
    const left = done(desk.leave(joined, { ...at, by: 'Boris' }))
    expect(left.items).toMatchObject([{ kind: 'left', by: 'Boris' }])
    const saying = { ...at, draft: draft('Hello'), from: { operatorId: 'Boris' } }
    expect(refusalOf(desk.say(left.desk, saying))).toBe('forbidden')
    expect(kinds(desk.leave(left.desk, { ...at, by: 'Boris' }))).toEqual([])
  })

  it('leaves with a lost connection', () => {
    const { desk: after, returned } = desk.setPresence(joined, { operatorId: 'Boris', isPresent: false, now })
    expect(returned[0]?.items).toMatchObject([{ kind: 'left', by: 'Boris' }])
    expect(mara(after)).toMatchObject({ operatorId: 'Anna' })
    expect(mara(after)).not.toHaveProperty('guests')
  })

  it('is none any more who takes over, and where it ends or waits again', () => {
    const handed = done(desk.transfer(joined, { ...at, by: 'Anna', to: 'Boris', openWithin: 1 })).desk
    const opened = done(desk.open(handed, { ...at, by: 'Boris' })).desk
    expect(mara(opened)).toMatchObject({ operatorId: 'Boris' })
    expect(mara(opened)).not.toHaveProperty('guests')
    expect(done(desk.close(joined, { ...at, by: 'Anna' })).conversation).not.toHaveProperty('guests')
    const back = done(desk.transfer(joined, { ...at, by: 'Anna', to: 'line', openWithin: 1 })).desk
    expect(mara(back)).not.toHaveProperty('guests')
  })

  it('stays where the conversation goes to somebody else', () => {
    const handed = done(desk.transfer(joined, { ...at, by: 'Anna', to: 'Cleo', openWithin: 1 })).desk
    const said = desk.say(handed, { ...at, draft: draft('Hello'), from: { operatorId: 'Boris' } })
    expect(kinds(said)).toEqual(['6 message'])
    expect(mara(done(desk.open(handed, { ...at, by: 'Cleo' })).desk)).toMatchObject({ guests: ['Boris'] })
  })
})
