// @vitest-environment happy-dom
import { within } from '@testing-library/preact'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { showFailure } from '../src/launcher/failure.ts'
import { createFrame } from '../src/launcher/frame.ts'
import { words } from './kit/open-panel.ts'

function fail() {
  const frame = createFrame(
    'ar',
    { ...words, dir: 'rtl' },
    { accent: '#115e75' },
    { accent: 'javascript:', position: 'start' },
  )
  onTestFinished(() => frame.root.host.remove())
  const retry = vi.fn()
  showFailure(frame, words, { email: 'hello@holm.example', phone: '+47 55 01 20 40' }, retry)
  return { see: within(frame.frame), frame, retry, user: userEvent.setup() }
}

describe('a panel that can’t be loaded', () => {
  it('says so with the owner’s contact details', () => {
    const { see } = fail()
    expect(see.getByRole('alert').textContent).toContain('Help could not be loaded.')
    expect(see.getByRole('link', { name: 'hello@holm.example' }).getAttribute('href')).toBe('mailto:hello@holm.example')
  })

  it('tries again and leaves focus on the launcher', async () => {
    const { see, frame, retry, user } = fail()
    await user.click(see.getByRole('button', { name: 'Try again' }))
    expect(retry).toHaveBeenCalledOnce()
    expect(see.queryByRole('alert')).toBeNull()
    expect(frame.root.activeElement).toBe(frame.button)
  })

  it('reads from right to left in Arabic and takes no colour that is none', () => {
    const { frame } = fail()
    expect([frame.frame.lang, frame.frame.dir]).toEqual(['ar', 'rtl'])
    expect(frame.root.host.isConnected).toBe(true)
  })
})
