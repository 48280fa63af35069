import { expect, it } from 'vitest'
import { useBrowser } from '../kit/browser.ts'
import { shopPage, useHost } from '../kit/host-page.ts'
import { onDuty } from '../kit/inbox.ts'
import { mara, ownedByMara, useRelay } from '../kit/relay.ts'
import { reply, thread } from '../kit/thread.ts'
import { openPanel, search, write } from '../kit/widget.ts'

const browser = useBrowser()
const host = useHost()
const relay = useRelay(() => ({ ...ownedByMara, DESKBELL_DEMO: '1', DESKBELL_ORIGINS: host().url }))

it('goes the whole path on a page that allows nothing but the relay', async () => {
  const operator = await browser.open()
  await onDuty(operator.page, relay().url, mara)
  const url = relay().url
  const policy = [
    "default-src 'none'",
    `script-src ${url}`,
    `connect-src ${url} ${url.replace('http', 'ws')}`,
    "require-trusted-types-for 'script'",
    "trusted-types 'none'",
  ].join('; ')
  const html = shopPage(url).replace('<link rel="icon" href="data:,">', '')
  const start = host().serve('/', { html, headers: { 'content-security-policy': policy } })
  host().serve('/favicon.ico', '')
  const visitor = await browser.open()
  await visitor.page.goto(start)
  const panel = await openPanel(visitor.page)
  await search(panel, 'how long delivery')
  await panel.getByRole('option').first().click()
  await panel.getByRole('button', { name: 'No', exact: true }).click()
  await panel.getByRole('button', { name: /^Ask Mara/ }).click()
  await panel.getByRole('textbox', { name: 'Your message' }).fill('Will it come on Friday?')
  await panel.getByRole('button', { name: /^Send to / }).click()
  await panel.getByText('You are next.').first().waitFor()
  await operator.page.keyboard.press('n')
  await reply(operator.page, 'Yes, on Friday.')
  await panel.getByText('Yes, on Friday.').waitFor()
  await write(panel, 'Thank you')
  await thread(operator.page).getByText('Thank you').waitFor()
  expect(visitor.troubles).toEqual([])
  expect(operator.troubles).toEqual([])
})
