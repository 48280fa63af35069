import { signal } from '@preact/signals'
import { act, fireEvent, render, screen } from '@testing-library/preact'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { LauncherState, WidgetContext } from '../src/panel/context.ts'
import { Peek } from '../src/panel/peek.tsx'

beforeEach(() => void vi.useFakeTimers())

const fromAnna = (peek: string, unread: number): LauncherState => ({
  kind: 'person',
  by: { name: 'Anna' },
  unread,
  peek,
})

function closedLauncher(first: LauncherState) {
  const state = signal<LauncherState>(first)
  const isOpen = signal(false)
  render(<Peek state={state} context={{ isOpen } as unknown as WidgetContext} />)
  return { state, isOpen }
}

describe('the newest message beside the launcher', () => {
  it('leaves after eight seconds, however often the launcher is told the same', () => {
    const { state } = closedLauncher(fromAnna('A new one leaves tomorrow.', 1))
    act(() => void vi.advanceTimersByTime(5_000))
    act(() => {
      state.value = fromAnna('A new one leaves tomorrow.', 1)
    })
    expect(screen.getByRole('button').textContent).toBe('AnnaA new one leaves tomorrow.')
    act(() => void vi.advanceTimersByTime(3_000))
    expect(screen.queryByRole('button')).toBeNull()
  })

  it('stays while somebody is at it, and leaves with Escape to the launcher', () => {
    closedLauncher(fromAnna('Anything else?', 1))
    act(() => screen.getByRole('button').focus())
    act(() => void vi.advanceTimersByTime(20_000))
    const peek = screen.getByRole('button', { name: /Anything else/ })
    const launcher = document.createElement('button')
    launcher.className = 'launcher'
    peek.parentElement?.classList.add('deskbell')
    peek.after(launcher)
    fireEvent.keyDown(peek, { key: 'Escape' })
    expect(screen.queryByText('Anything else?')).toBeNull()
    expect(document.activeElement).toBe(launcher)
    launcher.remove()
  })

  it('gives way to a newer one', () => {
    const { state } = closedLauncher(fromAnna('A new one leaves tomorrow.', 1))
    act(() => {
      state.value = fromAnna('Anything else?', 2)
    })
    expect(screen.getByRole('button').textContent).toBe('AnnaAnything else?')
  })

  it('opens the panel, and is gone when it closes again', () => {
    const { isOpen } = closedLauncher(fromAnna('Anything else?', 1))
    act(() => screen.getByRole('button').click())
    expect(isOpen.value).toBe(true)
    act(() => {
      isOpen.value = false
    })
    expect(screen.queryByRole('button')).toBeNull()
  })
})
