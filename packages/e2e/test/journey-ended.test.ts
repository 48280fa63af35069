import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { violations } from '../kit/axe.ts'
import { useBrowser } from '../kit/browser.ts'
import { shopPage, useHost } from '../kit/host-page.ts'
import { onDuty } from '../kit/inbox.ts'
import { mara, ownedByMara, useRelay } from '../kit/relay.ts'
import { reply } from '../kit/thread.ts'
import { askForAPerson, openPanel } from '../kit/widget.ts'

const browser = useBrowser()
const host = useHost()
const relay = useRelay(() => ({ ...ownedByMara, DESKBELL_DEMO: '1', DESKBELL_ORIGINS: host().url }))

async function isClean(page: Page, state: string): Promise<void> {
  expect({ state, found: await violations(page) }).toEqual({ state, found: [] })
}

it('is rated when it is over, and in another way later, as operators see', async () => {
  const operator = await browser.open()
  await onDuty(operator.page, relay().url, mara)
  const { page, troubles } = await browser.open({ viewport: { width: 390, height: 844 }, phone: true })
  await page.goto(host().serve('/', shopPage(relay().url)))
  const panel = await openPanel(page)
  await askForAPerson(panel, 'Is the teapot dishwasher-safe?')
  await panel.getByText('You are next.').first().waitFor()
  await operator.page.keyboard.press('n')
  await panel.getByRole('heading', { name: 'Mara' }).waitFor()
  await reply(operator.page, 'It is.')
  await panel.getByText('It is.').waitFor()
  await operator.page.keyboard.press('Escape')
  await operator.page.keyboard.press('e')
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
