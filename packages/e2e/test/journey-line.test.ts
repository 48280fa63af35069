import { join } from 'node:path'
import type { Locator, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { useBrowser } from '../kit/browser.ts'
import { shopPage, useHost } from '../kit/host-page.ts'
import { joinAndGoOnDuty, onDuty, setCapacity } from '../kit/inbox.ts'
import { ownedByMara, mara as owner, useRelay } from '../kit/relay.ts'
import { closeByKey, reply, thread } from '../kit/thread.ts'
import { askForAPerson, openPanel, search, write } from '../kit/widget.ts'

const browser = useBrowser()
const host = useHost()
const relay = useRelay(() => ({ ...ownedByMara, ...named('Anna'), DESKBELL_DEMO: '1', DESKBELL_ORIGINS: host().url }))
const shop = join(import.meta.dirname, '../../../examples/plain-shop/dist')

function named(name: string) {
  return { DESKBELL_OWNER_NAME: name }
}
const colleague = { name: 'Boris', email: 'boris@holm.example', password: 'a different horse' }

it('takes a Slovenian visitor from a search through the line to Anna and on to Boris', async () => {
  const anna = await browser.open()
  await onDuty(anna.page, relay().url, owner)
  await setCapacity(anna.page, relay().url, 1)
  const before = await twoBefore(anna.page)
  const mojca = await browser.open({ locale: 'sl-SI' })
  const panel = await searchAndAsk(mojca.page)
  const headline = panel.locator('.wait-notice h3')
  await headline.getByText('2', { exact: false }).waitFor()
  expect(await panel.locator('.wait-notice .wait').textContent()).toMatch(/\d/)

  await takeNext(anna.page, 'Можно вернуть тарелку?')
  await expect.poll(() => headline.textContent()).not.toContain('2')
  await takeNext(anna.page, 'Kdaj pride moj krožnik?')
  await anna.page.getByText('dostava', { exact: false }).first().waitFor()
  await panel.getByRole('heading', { name: 'Anna' }).waitFor()
  await reply(anna.page, 'V četrtek.')
  await panel.getByText('V četrtek.').waitFor()
  await write(panel, 'Hvala!')
  await thread(anna.page).getByText('Hvala!').waitFor()

  const again = await onAnotherPage(mojca.page)
  await thread(anna.page).getByText('je vaza na zalogi').waitFor()
  const boris = await browser.open()
  await handOver(anna.page, boris.page)
  await again.getByRole('heading', { name: 'Boris' }).waitFor()
  await reply(boris.page, 'Ja, dve sta še.')
  await again.getByText('Ja, dve sta še.').waitFor()
  await closeByKey(boris.page)
  await again
    .getByRole('log')
    .getByText(/^Pogovor končan ob .*\d/)
    .waitFor()
  for (const one of [anna, boris, mojca, ...before]) expect(one.troubles).toEqual([])
}, 120_000)

/** Anna is in a conversation with Petr, and Olga waits first, in Russian. */
async function twoBefore(anna: Page) {
  const [petr, olga] = [await browser.open(), await browser.open({ locale: 'ru-RU' })]
  await petr.page.goto(host().serve('/', shopPage(relay().url)))
  await askForAPerson(await openPanel(petr.page), 'Is the shop open today?')
  await anna.getByRole('link', { name: /Is the shop open/ }).waitFor()
  await anna.keyboard.press('n')
  await thread(anna).getByText('Is the shop open today?').waitFor()
  await olga.page.goto(host().serve('/ru', shopPage(relay().url, { lang: 'ru' })))
  const panel = await openPanel(olga.page, /./)
  await panel.locator('.panel-foot button').click()
  await send(panel, 'Можно вернуть тарелку?')
  await panel.locator('.wait-notice').waitFor()
  return [petr, olga]
}

/** Mojca looks for `dostava` on the shop's pages, reads an answer, says it did not help, and asks. */
async function searchAndAsk(mojca: Page): Promise<Locator> {
  host().serveFolder('/shop/', shop, relay().url)
  await mojca.goto(`${host().url}/shop/index.html?lang=sl`)
  const panel = await openPanel(mojca, /./)
  await search(panel, 'dostava', 'Išči po odgovorih')
  await panel
    .getByRole('option', { name: /dostava/i })
    .first()
    .click()
  await panel.getByRole('button', { name: 'Ne', exact: true }).click()
  await panel.locator('.panel-foot button').click()
  await send(panel, 'Kdaj pride moj krožnik?')
  return panel
}

async function send(panel: Locator, text: string): Promise<void> {
  await panel.getByRole('textbox').fill(text)
  await panel.locator('.panel-foot button[type=submit]').click()
}

/** Anna is done with whom she has, and takes who is next. */
async function takeNext(anna: Page, text: string): Promise<void> {
  await closeByKey(anna)
  await anna.keyboard.press('n')
  await thread(anna).getByText(text).waitFor()
}

async function onAnotherPage(mojca: Page): Promise<Locator> {
  await mojca.goto(`${host().url}/shop/vases.html?lang=sl`)
  const again = await openPanel(mojca, /Anna/)
  await again.getByText('V četrtek.').waitFor()
  await write(again, 'Še nekaj: je vaza na zalogi?')
  return again
}

/** Boris joins the team and takes over; he sees everything that was said. */
async function handOver(anna: Page, boris: Page): Promise<void> {
  await joinAndGoOnDuty(anna, boris, relay().url, colleague)
  await anna.keyboard.press('Escape')
  await anna.keyboard.press('t')
  await anna.getByLabel('Find a colleague').fill('bor')
  await anna.getByRole('button', { name: 'Transfer to Boris' }).click()
  await boris.getByRole('link', { name: /vaza na zalogi/ }).click()
  for (const text of ['Kdaj pride moj krožnik?', 'V četrtek.', 'Hvala!']) {
    await thread(boris).getByText(text).first().waitFor()
  }
}
