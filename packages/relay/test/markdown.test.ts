import { plainText } from '@deskbell/protocol'
import { expect, it } from 'vitest'
import { parseMarkdown } from '../src/faq/markdown.ts'

it('turns Markdown into a typed tree', () => {
  expect(parseMarkdown('Send **both**:\n\n1. a photo\n2. the number')).toEqual([
    {
      kind: 'paragraph',
      children: [
        { kind: 'text', text: 'Send ' },
        { kind: 'strong', children: [{ kind: 'text', text: 'both' }] },
        { kind: 'text', text: ':' },
      ],
    },
    {
      kind: 'list',
      ordered: true,
      items: [
        [{ kind: 'paragraph', children: [{ kind: 'text', text: 'a photo' }] }],
        [{ kind: 'paragraph', children: [{ kind: 'text', text: 'the number' }] }],
      ],
    },
  ])
})

it('keeps HTML as text', () => {
  const tree = parseMarkdown('<img src=x onerror=alert(1)>\n\nand <b>bold</b>')
  expect(plainText(tree)).toBe('<img src=x onerror=alert(1)> and <b>bold</b>')
})

it.each(['javascript:alert(1)', 'JaVaScRiPt:alert(1)', 'data:text/html,x', 'vbscript:x', 'java\tscript:alert(1)'])(
  'makes no link of %s',
  (url) => {
    expect(JSON.stringify(parseMarkdown(`[click](<${url}>)`))).not.toContain('"link"')
  },
)
