import { MessageBubble, MessageText } from '@deskbell/ui'
import { cleanup, render, screen } from '@testing-library/preact'
import { afterEach, describe, expect, it } from 'vitest'

afterEach(cleanup)

describe('what somebody wrote', () => {
  it.each([
    ['Look at https://holm.example/a.', 'https://holm.example/a'],
    ['(see https://holm.example/a_(b))', 'https://holm.example/a_(b)'],
    ['Write to anna@holm.example, please', 'mailto:anna@holm.example'],
    ['Siehe „https://holm.example/ü“', 'https://holm.example/%C3%BC'],
  ])('links the address in %j', (text, href) => {
    const { container } = render(<MessageText text={text} />)
    expect(screen.getByRole<HTMLAnchorElement>('link').href).toBe(href)
    expect(container.textContent).toBe(text)
  })

  it.each(['javascript:alert(1)', '<a href="https://x">', 'a@b', 'mailto:@'])('leaves %j a text', (text) => {
    const { container } = render(<MessageText text={text} />)
    const links = [...container.querySelectorAll('a')].filter((one) => !one.href.startsWith('https://'))
    expect(links).toEqual([])
    expect(container.textContent).toBe(text)
  })

  it('says who speaks before the text', () => {
    render(<MessageBubble text="It left today." isOwn={false} spokenName="Anna:" about="14:26" />)
    expect(screen.getByText('Anna:').parentElement?.textContent).toBe('Anna: It left today.')
  })
})
