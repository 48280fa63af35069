import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { violations } from '../kit/axe.ts'
import { useBrowser } from '../kit/browser.ts'
import { endConversation } from '../kit/ended.ts'
import { shopPage, useHost } from '../kit/host-page.ts'
import { ownedByMara, useRelay } from '../kit/relay.ts'

const browser = useBrowser()
const host = useHost()
const relay = useRelay(() => ({ ...ownedByMara, DESKBELL_DEMO: '1', DESKBELL_ORIGINS: host().url }))

async function isClean(page: Page, state: string): Promise<void> {
  expect({ state, found: await violations(page) }).toEqual({ state, found: [] })
}

it('is rated when it is over, and in another way later, as operators see', async () => {
  const operator = await browser.open()
  const visitor = await browser.open({ viewport: { width: 390, height: 844 }, phone: true })
  const { page, troubles } = visitor
  await page.goto(host().serve('/', shopPage(relay().url)))
  const panel = await endConversation({ relayUrl: relay().url, operator, visitor, answer: 'It is.' })
  const choices = panel.getByRole('group', { name: 'Did Mara solve it?' })
  await choices.getByRole('button', { name: 'In part' }).tap()
  await panel.getByText('Thank you. That helps whoever asks next.').waitFor()
  await panel.getByLabel(/^Anything to add\?/).fill('And the cups?')
  await panel.getByRole('button', { name: 'Send to Mara' }).tap()
  await panel.getByText('Sent', { exact: true }).waitFor()
  await isClean(page, 'rated')
  await operator.page.getByRole('button', { name: /^Closed/ }).click()
  const row = operator.page.getByRole('link', { name: /solved in part/ })
  await row.click()
  await operator.page.getByRole('log').getByText('And the cups?').waitFor()
  await isClean(operator.page, 'rated, in the inbox')
  await choices.getByRole('button', { name: 'Yes' }).tap()
  await operator.page.getByText(/says it is solved ·/).waitFor()
  await panel.getByRole('button', { name: 'Ask something else' }).tap()
  await panel.getByRole('textbox', { name: 'Your message' }).waitFor()
  expect(troubles).toEqual([])
})
