import { type Block, cleanText, type Inline, plainText, type RichText } from '@deskbell/protocol'
import { describe, expect, it } from 'vitest'
import { messageTree } from '../src/messages/message-tree.ts'

const said = (text: string) => ({ kind: 'text', text }) as const
const paragraph = (...children: Inline[]): Block => ({ kind: 'paragraph', children })
const linked = (url: string, words = url) => ({ kind: 'link', url, children: [said(words)] }) as const

describe('what somebody wrote', () => {
  it.each([
    'Thank you, Anna.',
    'Two lines,\n\nand a third.',
    '3 * 4 = 12, and 2*3*4 too; file_name_here',
    '24. Dezember passt mir',
    '- Bonjour, dit Anna.',
    'a@b, * and ** and `',
    '**not closed',
    '* * *',
    '*'.repeat(4000),
    'javascript:alert(1) [x](javascript:alert(1)) data:text/html,x',
  ])('is no more than text: %j', (text) => {
    expect(messageTree(text, 'operator')).toBeUndefined()
  })

  it('has bold, italic and code', () => {
    expect(messageTree('Is it **the blue** one or _the `X-1_2`_?', 'visitor')).toEqual([
      paragraph(
        said('Is it '),
        { kind: 'strong', children: [said('the blue')] },
        said(' one or '),
        { kind: 'emphasis', children: [said('the '), { kind: 'code', text: 'X-1_2' }] },
        said('?'),
      ),
    ])
  })

  it('needs no spaces in Chinese', () => {
    expect(messageTree('这是**重要**的，看https://holm.example/a，谢谢', 'visitor')).toEqual([
      paragraph(
        said('这是'),
        { kind: 'strong', children: [said('重要')] },
        said('的，看'),
        linked('https://holm.example/a'),
        said('，谢谢'),
      ),
    ])
  })

  it('has lists with the numbers as typed', () => {
    const text = 'Please:\n1. open the lid\n   slowly\n2. press\n5. wait\n\n- **a**\n- b'
    const item = (...children: Inline[]) => [paragraph(...children)]
    expect(messageTree(text, 'operator')).toEqual([
      paragraph(said('Please:')),
      {
        kind: 'list',
        ordered: true,
        items: [item(said('open the lid\nslowly')), item(said('press'))],
      },
      { kind: 'list', ordered: true, start: 5, items: [item(said('wait'))] },
      { kind: 'list', ordered: false, items: [item({ kind: 'strong', children: [said('a')] }), item(said('b'))] },
    ])
  })

  it('has blocks of code, as they are', () => {
    expect(messageTree('Run\n```sh\n  a **b**\n\n```\nnow', 'visitor')).toEqual([
      paragraph(said('Run')),
      { kind: 'code', text: '  a **b**\n' },
      paragraph(said('now')),
    ])
    expect(messageTree('```\nnever closed', 'visitor')).toBeUndefined()
  })
})

describe('an address in a message', () => {
  it.each([
    ['Look at https://holm.example/a.', 'https://holm.example/a'],
    ['(see https://holm.example/a_(b))', 'https://holm.example/a_(b)'],
    ['**https://holm.example/a**', 'https://holm.example/a'],
    ['Write to anna@holm.example, please', 'mailto:anna@holm.example'],
    ['Siehe „https://holm.example/ü“', 'https://holm.example/%C3%BC'],
  ])('is a link in %j', (text, url) => {
    const tree = messageTree(text, 'visitor') ?? []
    expect(linksOf(tree)).toEqual([url])
    expect(plainText(tree)).toBe(text.replaceAll('**', ''))
  })

  it('stands behind words only where the desk writes', () => {
    const text = 'See [our returns](https://holm.example/returns).'
    expect(linksOf(messageTree(text, 'operator'))).toEqual(['https://holm.example/returns'])
    expect(plainText(messageTree(text, 'operator') ?? [])).toBe('See our returns.')
    expect(plainText(messageTree(text, 'visitor') ?? [])).toBe(text)
  })

  it.each(['holm.example', 'https://holm.example/', 'anna@holm.example', 'www.holm.example/returns'])(
    'never stands behind the words %j of another place',
    (words) => {
      const text = `[${words}](https://evil.example/x)`
      expect(plainText(messageTree(text, 'operator') ?? [])).toBe(text)
    },
  )

  it.each(['javascript:alert(1)', ' javascript:alert(1)', 'java\tscript:alert(1)', 'data:text/html,x', 'vbscript:x'])(
    'is never %j',
    (target) => {
      expect(linksOf(messageTree(`[a](${target}) **b**`, 'operator'))).toEqual([])
    },
  )
})

describe('a hostile message', () => {
  const most = (unit: string) => unit.repeat(Math.ceil(4000 / unit.length)).slice(0, 4000)
  const units = ['*a', '*a ', '**a *b', '_a', '`', '``a`', '[', '[a](', '[a](b(', '- ', '- a\n', '1. a\n', '>', '```\n']
  const more = [
    '<',
    'a@',
    '@a.',
    'a.b@',
    'https://',
    'https://.',
    '.',
    'https://a(',
    '**_',
    '*_a',
    '\n',
    ' \n',
    ')]}*',
    '\\*',
  ]

  it.each([...units, ...more])('of nothing but %j is read at once', (unit) => {
    const text = most(unit)
    messageTree(text, 'operator')
    const before = process.cpuUsage()
    for (let time = 0; time < 5; time++) messageTree(text, 'operator')
    const { user } = process.cpuUsage(before)
    expect(user / 5 / 1000).toBeLessThan(20)
  })

  it.each([
    most('**_*__a '),
    most('- - '),
    most('> - 1. '),
    Array.from({ length: 60 }, (_, deep) => `${' '.repeat(deep)}- a`).join('\n'),
  ])('nests no deeper than a list and four marks: %#', (text) => {
    expect(depthOf(messageTree(text, 'operator') ?? [])).toBeLessThanOrEqual(7)
  })

  it.each([...units, ...more])('of nothing but %j weighs little on the wire', (unit) => {
    expect(JSON.stringify(messageTree(most(unit), 'operator') ?? '').length).toBeLessThan(3 * 4000)
  })

  it('turns nothing round: what was cleaned stays clean', () => {
    const text = cleanText('**a\u202eb** \u2066https://holm.example/\u202egpj.exe')
    expect(JSON.stringify(messageTree(text, 'visitor'))).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/)
  })

  it('loses no sign but marks', () => {
    const text = '<b>x</b> &amp; \\*y\\* **z** [1]: https://holm.example/ # no heading\n> q'
    expect(plainText(messageTree(text, 'operator') ?? [])).toBe(text.replaceAll('**', ''))
  })
})

function linksOf(tree: RichText = []): string[] {
  return [...JSON.stringify(tree).matchAll(/"url":"([^"]*)"/g)].map(([, url]) => url ?? '')
}

function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0
  const isNode = 'kind' in value ? 1 : 0
  return isNode + Math.max(0, ...Object.values(value).map(depthOf))
}
