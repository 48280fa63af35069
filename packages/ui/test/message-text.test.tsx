import { MessageBubble, MessageText } from '@deskbell/ui'
import { render, screen } from '@testing-library/preact'
import { describe, expect, it } from 'vitest'

describe('what somebody wrote', () => {
  it.each(['javascript:alert(1)', '<a href="https://x">', '**b** https://holm.example'])('is a text: %j', (text) => {
    const { container } = render(<MessageText text={text} />)
    expect(container.querySelector('a, strong')).toBeNull()
    expect(container.textContent).toBe(text)
  })

  it('is drawn as the relay has read it', () => {
    const strong = { kind: 'strong', children: [{ kind: 'text', text: 'both' }] } as const
    render(<MessageText text="**both**" tree={[{ kind: 'paragraph', children: [strong] }]} />)
    expect(screen.getByText('both').tagName).toBe('STRONG')
  })

  it('says who speaks before the text', () => {
    render(<MessageBubble text="It left today." isOwn={false} spokenName="Anna:" about="14:26" />)
    expect(screen.getByText('Anna:').parentElement?.textContent).toBe('Anna: It left today.')
  })
})
