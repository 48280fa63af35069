import type { Locator } from 'playwright-core'
import { expect, it } from 'vitest'
import { useBrowser } from '../kit/browser.ts'
import { shopPage, useHost } from '../kit/host-page.ts'
import { onDuty } from '../kit/inbox.ts'
import { mara, ownedByMara, useRelay } from '../kit/relay.ts'
import { reply, thread } from '../kit/thread.ts'
import { askForAPerson, openPanel, write } from '../kit/widget.ts'

const browser = useBrowser()
const host = useHost()
const relay = useRelay(() => ({ ...ownedByMara, DESKBELL_ORIGINS: host().url }))

/** The numbered texts on screen, in the order of the screen. */
async function numbered(place: Locator): Promise<string[]> {
  return (await place.textContent())?.match(/(visitor|operator) \d+\./g) ?? []
}

it('loses and doubles nothing when the relay is killed while both sides send', async () => {
  const operator = await browser.open()
  await onDuty(operator.page, relay().url, mara)
  const shop = host().serve('/', shopPage(relay().url))
  const [visitor, second] = [await browser.open(), await browser.open()]
  await visitor.page.goto(shop)
  const panel = await openPanel(visitor.page)
  await askForAPerson(panel, 'Hello')
  await panel.getByText('You are next.').first().waitFor()
  await second.page.goto(shop)
  const secondPanel = await openPanel(second.page)
  await askForAPerson(secondPanel, 'Second in line')
  await secondPanel.getByText('You are number 2 in line.').first().waitFor()
  await operator.page.keyboard.press('n')
  await panel.getByRole('heading', { name: 'Mara' }).waitFor()

  const send = async (from: number, to: number) => {
    for (let number = from; number <= to; number += 1) {
      await write(panel, `visitor ${number}.`)
      await reply(operator.page, `operator ${number}.`)
    }
  }
  await send(1, 4)
  const sending = send(5, 9)
  await relay().kill()
  await sending
  await relay().start()
  await send(10, 12)

  const all = 24
  await expect.poll(async () => (await numbered(panel.getByRole('log'))).length, { timeout: 30_000 }).toBe(all)
  await expect.poll(async () => (await numbered(thread(operator.page))).length, { timeout: 30_000 }).toBe(all)
  const [seen, answered] = [await numbered(panel.getByRole('log')), await numbered(thread(operator.page))]
  expect(new Set(seen).size).toBe(all)
  expect(answered).toEqual(seen)
  await secondPanel.getByText('You are next.').first().waitFor()

  const waits = async () => (await operator.page.request.get(`${relay().url}/api/waits?days=7&zone=UTC`)).json()
  expect(await waits()).toMatchObject({ total: { waits: 2 }, outcomes: { served: 1 } })
  await operator.page.keyboard.press('Escape')
  await operator.page.keyboard.press('n')
  await secondPanel.getByRole('heading', { name: 'Mara' }).waitFor()
  expect(await waits()).toMatchObject({ total: { waits: 2 }, outcomes: { served: 2 } })
}, 120_000)
