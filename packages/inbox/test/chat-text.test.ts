import type { RichText } from '@deskbell/protocol'
import { expect, it } from 'vitest'
import { chatText } from '../src/models/chat-text.ts'

const text = (words: string) => ({ kind: 'text', text: words }) as const
const paragraph = (words: string) => ({ kind: 'paragraph', children: [text(words)] }) as const
const link = (words: string, url: string): RichText => [
  { kind: 'paragraph', children: [text('Ask for '), { kind: 'link', url, children: [text(words)] }, text(' today.')] },
]

it('parts paragraphs by an empty line and keeps the words of what is bold', () => {
  const strong = { kind: 'strong', children: [text('we do')] } as const
  const tree: RichText = [
    { kind: 'paragraph', children: [text('Inside,\n'), strong, text('.')] },
    paragraph('After that you pay.'),
  ]
  expect(chatText(tree)).toBe('Inside, we do.\n\nAfter that you pay.')
})

it('numbers lists, from where they begin, and dots the others', () => {
  const items = [[paragraph('Take off straps.')], [paragraph('Pack it.')]]
  expect(chatText([{ kind: 'list', ordered: true, start: 3, items }])).toBe('3. Take off straps.\n4. Pack it.')
  expect(chatText([{ kind: 'list', ordered: false, items }])).toBe('• Take off straps.\n• Pack it.')
})

it('sets what belongs to an item below its words', () => {
  const inner = { kind: 'list', ordered: false, items: [[paragraph('any box')]] } as const
  const tree: RichText = [{ kind: 'list', ordered: true, items: [[paragraph('Pack it:'), inner]] }]
  expect(chatText(tree)).toBe('1. Pack it:\n   • any box')
})

it('writes an address behind its words, or once where they are the same', () => {
  expect(chatText(link('a label', 'https://shop.example/label'))).toBe(
    'Ask for a label (https://shop.example/label) today.',
  )
  expect(chatText(link('shop.example', 'https://shop.example/'))).toBe('Ask for shop.example today.')
  expect(chatText(link('hi@shop.example', 'mailto:hi@shop.example'))).toBe('Ask for hi@shop.example today.')
  expect(chatText(link('+49 (30) 1234', 'tel:+49301234'))).toBe('Ask for +49 (30) 1234 today.')
})

it('keeps breaks, code and quotes, and drops lines between parts', () => {
  const tree: RichText = [
    { kind: 'heading', children: [text('Codes')] },
    { kind: 'divider' },
    { kind: 'code', text: 'A-1\nA-2' },
    { kind: 'quote', children: [{ kind: 'paragraph', children: [text('one'), { kind: 'break' }, text('two')] }] },
  ]
  expect(chatText(tree)).toBe('Codes\n\nA-1\nA-2\n\n> one\n> two')
})
