import { expect, it } from 'vitest'
import * as desk from '../src/index.ts'
import { asking, draft, staffed, taking } from './people.ts'

const now = 90_000
const asked = taking(asking(staffed({ Anna: 2, Boris: 1 }), 'Laptop', 'Phone'), 'Anna', 'Laptop', 4000)
const left = desk.pend(asked, { conversationId: 'Phone', reference: 'HC-7K2QM', now: 5000 })
if (!left.ok) throw new Error(left.refusal)
const said: desk.NewItem[] = [
  { kind: 'message', seq: 1, at: 2000, from: 'visitor', ...draft('Is it dishwasher-safe?') },
  { kind: 'pended', seq: 2, at: 5000, reference: 'HC-7K2QM' },
  { kind: 'note', seq: 3, at: 6000, by: 'Boris', ...draft('Asks often') },
]
const merging = { conversationId: 'Laptop', from: 'Phone', by: 'Anna', said, now }
const merged = desk.merge(left.desk, merging)

function changed(outcome: desk.Merged) {
  if (!outcome.ok) throw new Error(outcome.refusal)
  return outcome
}
const kindsOf = (outcome: desk.Merged) =>
  changed(outcome).changed.map(({ items }) => items.map(({ seq, kind }) => `${seq} ${kind}`))

it('puts what was said where it goes on, with its times and the next numbers, and ends the question', () => {
  const before = left.desk.conversations.get('Laptop')?.lastSeq ?? 0
  expect(kindsOf(merged)).toEqual([
    [`${before + 1} merged`, `${before + 2} message`, `${before + 3} note`],
    ['3 merged-into'],
  ])
  const [into, question] = changed(merged).changed
  expect(into.items.map(({ at }) => at)).toEqual([now, 2000, 6000])
  expect(into.items[2]).toMatchObject({ by: 'Boris', of: { conversationId: 'Phone', seq: 3 } })
  expect(changed(merged).desk.conversations.get('Laptop')?.lastSeq).toBe(before + 3)
  expect(changed(merged).desk.conversations.has('Phone')).toBe(false)
  expect(question.conversation).toMatchObject({ status: 'closed', closedAt: now, mergedInto: 'Laptop' })
})

it('is for who answers there, and takes only a question', () => {
  expect(desk.merge(left.desk, { ...merging, by: 'Boris' })).toMatchObject({ refusal: 'forbidden' })
  expect(desk.merge(left.desk, { ...merging, by: 'Nobody' })).toMatchObject({ refusal: 'unknown-operator' })
  expect(desk.merge(left.desk, { ...merging, from: 'Laptop' })).toMatchObject({ refusal: 'forbidden' })
  expect(desk.merge(asked, merging)).toMatchObject({ refusal: 'forbidden' })
  expect(desk.merge(changed(merged).desk, merging)).toMatchObject({ refusal: 'conversation-closed' })
})

it('is undone into a question as it was, by who answers there', () => {
  const {
    desk: after,
    changed: [, { conversation: question }],
  } = changed(merged)
  const parted = desk.part(after, { question, by: 'Anna', now })
  expect(kindsOf(parted).map((kinds) => kinds.map((kind) => kind.split(' ')[1]))).toEqual([['parted'], ['parted']])
  const again = changed(parted).desk.conversations.get('Phone')
  expect(again).toEqual({ ...left.desk.conversations.get('Phone'), lastSeq: 4 })
  expect(desk.part(after, { question, by: 'Boris', now })).toMatchObject({ refusal: 'forbidden' })
  expect(desk.part(after, { question: { ...question, mergedInto: 'Gone' }, by: 'Anna', now })).toMatchObject({
    refusal: 'conversation-closed',
  })
})

it('keeps a question that was merged from being opened again', () => {
  const {
    desk: after,
    changed: [, { conversation }],
  } = changed(merged)
  expect(desk.reopen(after, { conversation, by: 'Anna', now })).toMatchObject({ refusal: 'conversation-closed' })
})
