// @vitest-environment happy-dom
import type { Page } from '@deskbell/protocol'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { followPage } from '../src/models/following-page.ts'

const cups: Page = { title: 'Cups', url: 'https://shop.example/cups' }
const plates: Page = { title: 'Plates', url: 'https://shop.example/plates' }

let end: () => void = () => undefined
beforeEach(() => void vi.useFakeTimers())
afterEach(() => {
  end()
  vi.useRealTimers()
})

function follow(answers: (page: Page) => object = () => ({ ok: true, value: null })) {
  let here = cups
  const request = vi.fn(async (_event: string, page: Page) => answers(page))
  end = followPage({ page: () => here, request: request as never })
  const go = (page: Page) => {
    here = page
  }
  return { go, told: () => request.mock.calls.map(([, page]) => page.title) }
}

const seconds = (count: number) => vi.advanceTimersByTimeAsync(count * 1_000)

it('tells each page once, and every few seconds at most', async () => {
  const { go, told } = follow()
  await seconds(30)
  expect(told()).toEqual(['Cups'])
  for (const page of [plates, cups, plates, cups, plates]) go(page)
  await seconds(30)
  expect(told()).toEqual(['Cups', 'Plates'])
})

it('tells it again where nobody heard it, and not where it was refused', async () => {
  const lost = follow(() => ({ ok: false, refusal: 'unreachable' }))
  await seconds(7)
  expect(lost.told()).toEqual(['Cups', 'Cups'])
  end()
  const refused = follow(() => ({ ok: false, refusal: 'malformed' }))
  await seconds(7)
  expect(refused.told()).toEqual(['Cups'])
})
