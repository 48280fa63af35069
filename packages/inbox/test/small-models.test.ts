import { describe, expect, it } from 'vitest'
import { eventsOf } from '../src/models/attention.ts'
import { createKeyReader } from '../src/models/key-action.ts'
import { type Heads, keepPlaces, unreadOf } from '../src/models/lists.ts'
import { neighbourOf } from '../src/models/neighbour.ts'
import { threadParts } from '../src/models/thread-parts.ts'
import { hashOf, placeOf } from '../src/router.ts'
import { anna } from './kit/anna.ts'
import { ellen, ellensWords, minute } from './kit/desk-double.ts'

const now = Date.UTC(2026, 10, 24, 9)
const key = (letter: string) => ({ key: letter, ctrlKey: false, metaKey: false, altKey: false })
const heads = (...list: ReturnType<typeof ellen>[]) => new Map(list.map((head) => [head.id, head]))
const mine = { status: 'assigned', operatorId: anna.id } as const

describe('keys', () => {
  it('are one letter, or G and another', () => {
    const read = createKeyReader()
    expect(read(key('n'), 0)).toBe('take-next')
    expect(read(key('g'), 10)).toBeUndefined()
    expect(read(key('e'), 20)).toBe('go-entries')
    expect(read(key('e'), 30)).toBe('close')
  })

  it('forget a G after a while', () => {
    const read = createKeyReader()
    read(key('g'), 0)
    expect(read(key('c'), 5_000)).toBe('card')
  })

  it('leave Ctrl, Alt and ⌘ to the browser', () => {
    expect(createKeyReader()({ ...key('n'), ctrlKey: true }, 0)).toBeUndefined()
  })
})

describe('what rings', () => {
  const known = { selfId: anna.id, isGone: (id: string) => id === 'boris' }
  const kinds = (before: Heads, after: Heads) => eventsOf(before, after, known).map(({ kind }) => kind)
  const left = ellen(now, { status: 'pending' })

  it('is somebody new who waits, and each of them', () => {
    expect(kinds(heads(), heads(ellen(now)))).toEqual(['waiting'])
    expect(kinds(heads(), heads(ellen(now), ellen(now, { id: 'kim' })))).toEqual(['waiting', 'waiting'])
  })

  it('is somebody who is back in the line', () => {
    expect(kinds(heads(ellen(now, mine)), heads(ellen(now)))).toEqual(['waiting'])
  })

  it('is a reply in one’s own conversation', () => {
    const replied = { from: 'visitor', text: 'And now?', at: now } as const
    const after = ellen(now, { ...mine, lastSeq: 2, preview: replied })
    expect(kinds(heads(ellen(now, mine)), heads(after))).toEqual(['reply'])
  })

  it('is a question that is new, or whose visitor left the line, with words or without', () => {
    const worded = { ...left, lastSeq: 3, preview: { from: 'visitor', text: 'Write to me', at: now } } as const
    expect(kinds(heads(), heads(left))).toEqual(['question'])
    expect(kinds(heads(ellen(now)), heads(left))).toEqual(['question'])
    expect(kinds(heads(ellen(now)), heads(worded))).toEqual(['question'])
    expect(kinds(heads(ellen(now, mine)), heads(left))).toEqual([])
    expect(kinds(heads(ellen(now)), heads({ ...left, followUp: { at: now + minute, by: 'boris' } }))).toEqual([])
  })

  it('is a question that a colleague had put off who is gone, and not one of who takes that back', () => {
    const putOff = (by: string) => heads({ ...left, followUp: { at: now + minute, by } })
    expect(kinds(putOff('boris'), heads(left))).toEqual(['question'])
    for (const by of [anna.id, 'petra']) expect(kinds(putOff(by), heads(left))).toEqual([])
    const answered = { ...left, preview: { from: 'operator', text: 'Here it is', at: now + minute } } as const
    expect(kinds(putOff('boris'), heads(answered))).toEqual([])
  })

  it('is not what stays as it was', () => {
    expect(kinds(heads(ellen(now)), heads(ellen(now, { position: 2 })))).toEqual([])
  })
})

it('counts nothing as unread that a colleague has', () => {
  expect(unreadOf(ellen(now, mine), anna.id)).toBe(1)
  expect(unreadOf(ellen(now, { ...mine, operatorId: 'boris' }), anna.id)).toBe(0)
})

it('keeps rows where they are while the pointer is on them', () => {
  const rows = [ellen(now, { id: 'new' }), ellen(now, { id: 'b' }), ellen(now, { id: 'a' })]
  expect(keepPlaces(['a', 'b'], rows).map(({ id }) => id)).toEqual(['a', 'b', 'new'])
})

it('steps from row to row and stays at either end', () => {
  expect(neighbourOf(['a', 'b'], undefined, 1)).toBe('a')
  expect(neighbourOf(['a', 'b'], 'a', 1)).toBe('b')
  expect(neighbourOf(['a', 'b'], 'b', 1)).toBe('b')
})

it('keeps messages of one speaker together until something comes between', () => {
  const first = ellensWords(now)
  const second = { ...first, seq: 2, id: 'm2', at: first.at + 1_000 }
  const late = { ...first, seq: 3, id: 'm3', at: first.at + 20 * minute }
  const parts = threadParts([first, second, late], now)
  expect(parts.map((part) => (part.kind === 'messages' ? part.messages.length : part.kind))).toEqual([2, 1])
})

it('names the day where it is another one', () => {
  const old = { ...ellensWords(now), at: now - 24 * 60 * minute }
  expect(threadParts([old], now)[0]?.kind).toBe('day')
})

it('reads a place from the address and writes it back', () => {
  for (const hash of [
    '#conversations',
    '#conversations/ellen',
    '#entries',
    '#entries/refund.1',
    '#learned',
    '#searches',
    '#team',
    '#team/b2',
    '#set-up=abc-1',
    '#join=x',
  ]) {
    expect(hashOf(placeOf(hash))).toBe(hash)
  }
  expect(placeOf('#nonsense')).toEqual({ page: 'conversations' })
})
