import type { RichText as Tree } from '@deskbell/protocol'
import { RichText } from '@deskbell/ui'
import { render, screen } from '@testing-library/preact'
import { describe, expect, it } from 'vitest'

const link = (url: string, text: string): Tree => [
  { kind: 'paragraph', children: [{ kind: 'link', url, children: [{ kind: 'text', text }] }] },
]

describe('rich text', () => {
  it('opens a link beside the page without telling where it was', () => {
    render(<RichText tree={link('https://holm.example/orders', 'your orders')} />)
    const { href, rel, target } = screen.getByRole<HTMLAnchorElement>('link', { name: 'your orders' })
    expect([href, rel, target]).toEqual(['https://holm.example/orders', 'noopener noreferrer', '_blank'])
  })

  it.each(['javascript:alert(1)', 'java\tscript:alert(1)', 'data:text/html,x', '/orders'])(
    'keeps the words of %j and makes no link of it',
    (url) => {
      const { container } = render(<RichText tree={link(url, 'look')} />)
      expect(container.querySelector('a')).toBeNull()
      expect(container.textContent).toBe('look')
    },
  )

  it('counts a list from where its author began', () => {
    const items: Tree[] = [[{ kind: 'paragraph', children: [{ kind: 'text', text: 'Take a photo.' }] }]]
    render(<RichText tree={[{ kind: 'list', ordered: true, start: 3, items }]} />)
    expect(screen.getByRole('list').getAttribute('start')).toBe('3')
    expect(screen.getByRole('listitem').innerHTML).toBe('Take a photo.')
  })

  it('shows what looks like HTML as it is written', () => {
    const { container } = render(<RichText tree={[{ kind: 'code', text: '<img onerror=alert(1)>' }]} />)
    expect(container.querySelector('img')).toBeNull()
    expect(container.textContent).toBe('<img onerror=alert(1)>')
  })
})
