import type { Page, Worker } from 'playwright-core'
import { expect, it } from 'vitest'
import { violationsInBoth } from '../kit/axe.ts'
import { useBrowser } from '../kit/browser.ts'
import { onDuty } from '../kit/inbox.ts'
import { mara, ownedByMara, useRelay } from '../kit/relay.ts'
import { askForAPerson, openPanel } from '../kit/widget.ts'

const browser = useBrowser()
const relay = useRelay({ ...ownedByMara, DESKBELL_DEMO: '1' })

type Recorder = { shown: unknown[]; registration: { showNotification(...given: unknown[]): Promise<void> } }

/** The inbox's service worker as it runs; headless browsers show no notification, so what it asks for is written down. */
async function serviceWorkerOf(page: Page): Promise<Worker> {
  const started = page.context().waitForEvent('serviceworker')
  await page.evaluate(() => navigator.serviceWorker.register('./service-worker.js'))
  const worker = await started
  await page.evaluate(() => navigator.serviceWorker.ready)
  await worker.evaluate(() => {
    const scope = self as unknown as Recorder
    scope.shown = []
    scope.registration.showNotification = async (...given) => void scope.shown.push(given)
  })
  return worker
}

/** What a push service does, done by the browser's own tools. */
async function pushTo(page: Page): Promise<(alert: object) => Promise<unknown>> {
  const tools = await page.context().newCDPSession(page)
  const registered = new Promise<string>((resolve) => {
    tools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations: [first] }) => {
      if (first) resolve(first.registrationId)
    })
  })
  await tools.send('ServiceWorker.enable')
  const registrationId = await registered
  const origin = relay().url
  return (alert) =>
    tools.send('ServiceWorker.deliverPushMessage', { origin, registrationId, data: JSON.stringify(alert) })
}

it('shows what is pushed where no inbox is in sight, and marks the tab where one is', async () => {
  const { page, troubles } = await browser.open()
  await onDuty(page, relay().url, mara)
  await page.goto(`${relay().url}/inbox/#alerts`)
  await page.getByRole('heading', { name: 'Alerts', level: 1 }).waitFor()
  expect(await violationsInBoth(page)).toEqual([])
  const worker = await serviceWorkerOf(page)
  const push = await pushTo(page)
  const shown = () => worker.evaluate(() => (self as unknown as Recorder).shown)
  await push({ title: 'Seen', body: '', conversationId: 'one' })
  const { page: shop } = await browser.open()
  await shop.goto(`${relay().url}/demo/`)
  await askForAPerson(await openPanel(shop), 'Is anybody there?')
  await page.locator('link[rel="icon"][href^="data:image/svg+xml"]').waitFor({ state: 'attached' })
  await page.goto(`${relay().url}/healthz`)
  await push({ title: 'Petr is yours: open it', body: 'Hello', conversationId: 'two' })
  await expect.poll(shown).toEqual([['Petr is yours: open it', expect.objectContaining({ body: 'Hello', tag: 'two' })]])
  expect(troubles).toEqual([])
}, 60_000)
