import type { VisitorItem } from '@deskbell/protocol'
import { describe, expect, it } from 'vitest'
import { type MessageRow, type Row, rowsOf, type Said } from '../src/models/message-rows.ts'

const noon = new Date(2026, 10, 17, 12).getTime()
const minute = 60_000

const mara = (seq: number, at: number, text = `mara ${seq}`): VisitorItem => ({
  ...{ kind: 'message', seq, at: noon + at, id: `m${seq}`, from: 'visitor', text },
})
const by = (name: string, seq: number, at: number): VisitorItem => ({
  ...{ kind: 'message', seq, at: noon + at, id: `o${seq}`, from: 'operator', by: { name }, text: `${name} ${seq}` },
})

function rows(said: Partial<Said>): readonly Row[] {
  const theirs = { delivered: 0, read: 0 }
  return rowsOf({ items: [], letters: [], returned: [], theirs, readAt: undefined, isConnected: true, ...said })
}

const messages = (all: readonly Row[]) => all.filter((row): row is MessageRow => row.kind === 'message')

describe('the conversation as it is drawn', () => {
  it('groups one speaker within 2 minutes, with one time below the last', () => {
    const drawn = messages(rows({ items: [by('Anna', 1, 0), by('Anna', 2, minute), by('Anna', 3, 4 * minute)] }))
    expect(drawn.map(({ isFirst }) => isFirst)).toEqual([true, false, true])
    expect(drawn.map(({ about }) => about?.kind)).toEqual([undefined, 'time', 'time'])
  })

  it('begins every day with its date', () => {
    const drawn = rows({ items: [mara(1, 0), by('Anna', 2, 24 * 60 * minute)] })
    expect(drawn.map(({ kind }) => kind)).toEqual(['day', 'message', 'day', 'message'])
  })

  it('says where what is new begins', () => {
    const items = [by('Anna', 1, 0), by('Anna', 2, 1), by('Anna', 3, 2)]
    expect(rows({ items, newFrom: 2 }).map(({ kind }) => kind)).toEqual(['day', 'message', 'new', 'message', 'message'])
    expect(messages(rows({ items, newFrom: 2 })).map(({ isFirst }) => isFirst)).toEqual([true, true, false])
  })

  it('names operators only where more than one speaks', () => {
    expect(messages(rows({ items: [by('Anna', 1, 0)] }))[0]?.isNamed).toBe(false)
    const two = messages(rows({ items: [by('Anna', 1, 0), by('Anna', 2, 1), by('Boris', 3, 2)] }))
    expect(two.map(({ isNamed }) => isNamed)).toEqual([true, false, true])
  })

  it('puts one receipt under the newest own message', () => {
    const items = [mara(1, 0), by('Anna', 2, minute), mara(3, 2 * minute)]
    const drawn = messages(rows({ items, theirs: { delivered: 3, read: 1 } }))
    expect(drawn.map(({ about }) => about?.kind)).toEqual(['time', 'time', 'delivered'])
  })

  it('says when it was read only where that was seen', () => {
    const said = { items: [mara(1, 0)], theirs: { delivered: 1, read: 1 } }
    expect(messages(rows(said))[0]?.about).toEqual({ kind: 'read' })
    expect(messages(rows({ ...said, readAt: { seq: 1, at: 7 } }))[0]?.about).toEqual({ kind: 'read', at: 7 })
  })

  it('shows a letter once, also while it is still in the outbox', () => {
    const letter = { kind: 'message', id: 'm1', text: 'mara 1', writtenAt: noon } as const
    expect(messages(rows({ letters: [letter] })).map(({ about }) => about?.kind)).toEqual(['sending'])
    expect(messages(rows({ letters: [letter], isConnected: false }))[0]).toMatchObject({ state: 'unsent' })
    expect(messages(rows({ letters: [letter], items: [mara(1, 0)] }))).toHaveLength(1)
  })

  it('leaves no trace of what only operators see', () => {
    expect(rows({ items: [{ kind: 'internal', seq: 1, at: noon }] })).toEqual([])
  })
})
