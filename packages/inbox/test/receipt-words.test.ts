import { expect, it } from 'vitest'
import { receiptWords } from '../src/conversations/receipt-words.ts'

const has = (delivered: number, read: number) => ({ visitorHas: { delivered, read } })

it.each([
  ['sent', has(0, 0)],
  ['delivered', has(4, 3)],
  ['read', has(4, 4)],
  ['mailed', { ...has(0, 0), mailed: { seq: 4, at: 1 } }],
  ['sent', { ...has(0, 0), mailed: { seq: 3, at: 1 } }],
  ['mailWaits', { ...has(0, 0), mailed: { seq: 3, at: 1, problem: 'busy' } }],
  ['mailRefused', { ...has(0, 0), mailed: { seq: 4, at: 1, problem: 'no such mailbox' } }],
  ['read', { ...has(4, 4), mailed: { seq: 4, at: 1, problem: 'no such mailbox' } }],
])('says how far the fourth item has got: %s', (words, head) => {
  expect(receiptWords(head, 4).key).toBe(`receipt.${words}`)
})
