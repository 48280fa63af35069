import fc from 'fast-check'
import { expect, test } from 'vitest'
import { accepted, answerGuard, draftGuard, draftOfGuard, parse, type Reply } from '../src/index.ts'

const id = '3b241101-e2bb-4255-8caf-4136c566a962'

test('takes a plain message as it takes a note', () => {
  const mostly = (arbitrary: fc.Arbitrary<string>) => fc.oneof({ weight: 9, arbitrary }, fc.anything())
  const uuid = mostly(fc.uuid({ version: 4 }))
  const draft = fc.record(
    { conversationId: uuid, id: uuid, text: mostly(fc.string({ unit: 'binary' })) },
    { requiredKeys: [] },
  )
  const outcome = (reply: Reply<unknown>) => (reply.ok ? reply : { ok: false, refusal: reply.refusal })
  fc.assert(
    fc.property(draft, ({ conversationId, ...said }) => {
      const noted = (input: object) => outcome(parse(draftOfGuard, input))
      const answer = { conversationId, ...said }
      expect(outcome(parse(answerGuard, answer))).toEqual(noted(answer))
      const sent = parse(draftGuard, said)
      expect(outcome(sent.ok ? accepted({ conversationId: id, ...sent.value }) : sent)).toEqual(
        noted({ conversationId: id, ...said }),
      )
    }),
  )
})

test('takes how far a conversation was seen as a number of an item only', () => {
  const answer = { conversationId: id, id, text: 'Yes.' }
  expect(parse(answerGuard, { ...answer, seenSeq: 7 })).toEqual({ ok: true, value: { ...answer, seenSeq: 7 } })
  for (const seenSeq of [-1, 0.5, '7', null, undefined, Number.NaN])
    expect(parse(answerGuard, { ...answer, seenSeq }).ok).toBe(false)
})
