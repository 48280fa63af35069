import { screen } from '@testing-library/preact'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { ellen } from './kit/desk-double.ts'
import { memoryKeep } from './kit/memory-keep.ts'
import { openInbox } from './kit/open-inbox.tsx'

const now = Date.now()
const edge = (of: RegExp) => screen.getByRole('separator', { name: of })
const widthOf = (column: string) => screen.getByRole('main').style.getPropertyValue(`--db-inbox-${column}`)

beforeEach(() => {
  // Nothing is laid out here: every column is as wide as it was made, 300 px at first.
  vi.spyOn(HTMLElement.prototype, 'offsetWidth', 'get').mockImplementation(function (this: HTMLElement) {
    const column = this.classList.contains('lists') ? 'lists' : 'card'
    return Number.parseFloat(widthOf(column)) || 300
  })
})
afterEach(() => {
  document.documentElement.dir = ''
  vi.restoreAllMocks()
})

async function pressAt(of: RegExp, ...keys: string[]) {
  const { user, ...more } = await openInbox({ now, conversations: [ellen(now)], at: 'conversations/ellen' })
  edge(of).focus()
  for (const key of keys) await user.keyboard(key)
  return { user, ...more }
}

it('makes the lists wider and narrower by arrows, and says how wide they are', async () => {
  await pressAt(/lists/, '{ArrowRight}', '{ArrowRight}', '{ArrowLeft}')
  expect(widthOf('lists')).toBe('316px')
  expect(edge(/lists/).getAttribute('aria-valuenow')).toBe('316')
})

it('makes the card wider towards the conversation, and the other way round from right to left', async () => {
  const { user } = await pressAt(/card/, '{ArrowLeft}')
  expect(widthOf('card')).toBe('316px')
  document.documentElement.dir = 'rtl'
  await user.keyboard('{ArrowLeft}{ArrowLeft}')
  expect(widthOf('card')).toBe('284px')
})

it('leaves room on both sides', async () => {
  const { user } = await pressAt(/lists/, '{End}', '{ArrowRight}')
  expect(widthOf('lists')).toBe('560px')
  await user.keyboard('{Home}{ArrowLeft}')
  expect(widthOf('lists')).toBe('240px')
})

it('remembers widths in this browser until they are put back', async () => {
  const keep = memoryKeep()
  keep.write('preferences', JSON.stringify({ columns: { lists: 420 } }))
  const { user, desk } = await openInbox({ now, conversations: [ellen(now)], keep })
  expect(widthOf('lists')).toBe('420px')
  edge(/lists/).focus()
  await user.keyboard('{Enter}')
  expect(widthOf('lists')).toBe('')
  expect(desk.preferences.chosen.value.columns).toEqual({})
  expect(JSON.parse(keep.read('preferences') ?? '')).toMatchObject({ columns: {} })
})
