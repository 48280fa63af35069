import { act, screen, within } from '@testing-library/preact'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { anna } from './kit/anna.ts'
import { ellen } from './kit/desk-double.ts'
import { openInbox } from './kit/open-inbox.tsx'

type Seen = Pick<IntersectionObserverEntry, 'target' | 'isIntersecting' | 'boundingClientRect'>
let tell: (entries: readonly Seen[]) => void

beforeEach(() => {
  vi.stubGlobal(
    'IntersectionObserver',
    class {
      constructor(listener: typeof tell) {
        tell = listener
      }
      observe() {}
      unobserve() {}
      disconnect() {}
    },
  )
})
afterEach(() => void vi.unstubAllGlobals())
const now = Date.now()
const many = Array.from({ length: 60 }, (_, index) =>
  ellen(now, {
    id: `v${index}`,
    name: `Visitor ${index}`,
    status: 'assigned',
    operatorId: anna.id,
    askedAt: now - index,
  }),
)
const rows = () => within(screen.getByRole('region', { name: 'Mine' })).getAllByRole('link')
const isFull = (row: HTMLElement) => row.querySelector('.last') !== null
const seen = (target: Element, isIntersecting: boolean, height = 64): Seen => ({
  target,
  isIntersecting,
  boundingClientRect: { height } as DOMRectReadOnly,
})

it('has a link to every conversation, and draws in full those at the top', async () => {
  await openInbox({ now, conversations: many })
  expect(rows().map((row) => row.querySelector('bdi')?.textContent)).toEqual(many.map(({ name }) => name))
  expect(rows().filter(isFull)).toEqual(rows().slice(0, 20))
})

it('draws a row in full when it comes near, and leaves one that goes as high as it was', async () => {
  await openInbox({ now, conversations: many })
  const [first, last] = [rows()[0], rows()[59]] as [HTMLElement, HTMLElement]
  await act(() => tell([seen(first, false, 82), seen(last, true)]))
  expect([isFull(first), isFull(last)]).toEqual([false, true])
  expect(first.style.minBlockSize).toBe('82px')
})

it('keeps the focus on a row that goes far', async () => {
  await openInbox({ now, conversations: many })
  const first = rows()[0] as HTMLElement
  first.focus()
  await act(() => tell([seen(first, false)]))
  expect(document.activeElement).toBe(first)
})

it('leaves rows as they are while their list is not shown', async () => {
  await openInbox({ now, conversations: many })
  const first = rows()[0] as HTMLElement
  await act(() => tell([seen(first, false, 0)]))
  expect(isFull(first)).toBe(true)
})
