import { screen } from '@testing-library/preact'
import { describe, expect, it } from 'vitest'
import { openChat } from './kit/panel.tsx'

describe('the menu of a talk', () => {
  it('is walked by the arrow keys, to the end of the conversation', async () => {
    const { user, chat, relay } = await openChat()
    chat.conversation.ask('A broken plate')
    await screen.findByText('A broken plate')
    relay.annaJoins()
    await screen.findByRole('heading', { name: /Anna/ })
    await user.click(screen.getByLabelText('More'))
    const end = await screen.findByRole('menuitem', { name: 'End the conversation' })
    const alerts = screen.getByRole('menuitemcheckbox')
    expect(document.activeElement).toBe(alerts)
    const steps = [
      ['ArrowDown', end],
      ['ArrowDown', alerts],
      ['ArrowUp', end],
      ['Home', alerts],
      ['End', end],
    ] as const
    for (const [key, there] of steps) {
      await user.keyboard(`{${key}}`)
      expect(document.activeElement).toBe(there)
    }
    await user.keyboard('{Enter}')
    expect(await screen.findByRole('button', { name: /Ask something else/ })).toBeTruthy()
  })
})
