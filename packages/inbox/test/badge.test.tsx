import { expect, it, vi } from 'vitest'
import { setBadge } from '../src/shell/badge.ts'

it('leaves no dot on the icon where nobody needs the operator by the time it is drawn', async () => {
  document.head.innerHTML = '<link rel="icon" href="./favicon.svg">'
  let arrive = (_icon: Response): void => undefined
  const icons = new Promise<Response>((resolve) => {
    arrive = resolve
  })
  vi.stubGlobal('fetch', async () => (await icons).clone())
  const icon = () => document.querySelector('link[rel="icon"]')?.getAttribute('href')
  setBadge(1)
  setBadge(0)
  arrive(new Response('<svg></svg>'))
  await new Promise((resolve) => setTimeout(resolve))
  expect(icon()).toBe('./favicon.svg')
  setBadge(2)
  await expect.poll(() => icon()).toMatch(/^data:image\/svg/)
})
