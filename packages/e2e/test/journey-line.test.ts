import { join } from 'node:path'
import { expect, it } from 'vitest'
import { useBrowser } from '../kit/browser.ts'
import { shopPage, useHost } from '../kit/host-page.ts'
import { closeByKey, joinAndGoOnDuty, onDuty, reply, setCapacity, thread } from '../kit/inbox.ts'
import { ownedByMara, mara as owner, useRelay } from '../kit/relay.ts'
import { askForAPerson, openPanel, search, write } from '../kit/widget.ts'

const browser = useBrowser()
const host = useHost()
const relay = useRelay(() => ({ ...ownedByMara, ...named('Anna'), DESKBELL_DEMO: '1', DESKBELL_ORIGINS: host().url }))
const shop = join(import.meta.dirname, '../../../examples/plain-shop/dist')

function named(name: string) {
  return { DESKBELL_OWNER_NAME: name }
}
const boris = { name: 'Boris', email: 'boris@holm.example', password: 'a different horse' }

it('takes a Slovenian visitor from a search through the line to Anna and on to Boris', async () => {
  const [anna, colleague] = [await browser.open(), await browser.open()]
  await onDuty(anna.page, relay().url, owner)
  await setCapacity(anna.page, relay().url, 1)
  const start = host().serve('/', shopPage(relay().url))

  // Anna is in a conversation, and a Russian visitor waits first.
  const petr = await browser.open()
  await petr.page.goto(start)
  await askForAPerson(await openPanel(petr.page), 'Is the shop open today?')
  await anna.page.getByRole('link', { name: /Is the shop open/ }).waitFor()
  await anna.page.keyboard.press('n')
  await thread(anna.page).getByText('Is the shop open today?').waitFor()
  const olga = await browser.open({ locale: 'ru-RU' })
  await olga.page.goto(host().serve('/ru', shopPage(relay().url, { lang: 'ru' })))
  const olgasPanel = await openPanel(olga.page, /./)
  await olgasPanel.locator('.panel-foot button').click()
  await olgasPanel.getByRole('textbox').fill('Можно вернуть тарелку?')
  await olgasPanel.locator('.panel-foot button[type=submit]').click()
  await olgasPanel.locator('.wait-notice').waitFor()

  // Mojca searches in Slovenian, reads, and asks.
  host().serveFolder('/shop/', shop, relay().url)
  const mojca = await browser.open({ locale: 'sl-SI' })
  await mojca.page.goto(`${host().url}/shop/index.html?lang=sl`)
  const panel = await openPanel(mojca.page, /./)
  await search(panel, 'dostava', 'Išči po odgovorih')
  await panel.getByRole('option').first().waitFor()
  await panel
    .getByRole('option', { name: /dostava/i })
    .first()
    .click()
  await panel.getByRole('button', { name: 'Ne', exact: true }).click()
  await panel.locator('.panel-foot button').click()
  await panel.getByRole('textbox').fill('Kdaj pride moj krožnik?')
  await panel.locator('.panel-foot button[type=submit]').click()
  const headline = panel.locator('.wait-notice h3')
  await headline.getByText('2', { exact: false }).waitFor()
  expect(await panel.locator('.wait-notice .wait').textContent()).toMatch(/\d/)

  // Petr is done, Olga is taken, and Mojca moves up.
  await closeByKey(anna.page)
  await anna.page.keyboard.press('n')
  await thread(anna.page).getByText('Можно вернуть тарелку?').waitFor()
  await expect.poll(() => headline.textContent(), { timeout: 10_000 }).not.toContain('2')
  await closeByKey(anna.page)
  await anna.page.keyboard.press('n')
  await thread(anna.page).getByText('Kdaj pride moj krožnik?').waitFor()
  await anna.page.getByText('dostava', { exact: false }).first().waitFor()
  await panel.getByRole('heading', { name: 'Anna' }).waitFor()

  await reply(anna.page, 'V četrtek.')
  await panel.getByText('V četrtek.').waitFor()
  await write(panel, 'Hvala!')
  await thread(anna.page).getByText('Hvala!').waitFor()

  // On another page of the shop the conversation goes on.
  await mojca.page.goto(`${host().url}/shop/vases.html?lang=sl`)
  const again = await openPanel(mojca.page, /Anna/)
  await again.getByText('V četrtek.').waitFor()
  await write(again, 'Še nekaj: je vaza na zalogi?')
  await thread(anna.page).getByText('je vaza na zalogi').waitFor()

  // Boris takes over and sees everything.
  await joinAndGoOnDuty(anna.page, colleague.page, relay().url, boris)
  await anna.page.keyboard.press('Escape')
  await anna.page.keyboard.press('t')
  await anna.page.getByRole('searchbox', { name: 'Find a colleague' }).fill('bor')
  await anna.page.getByRole('button', { name: 'Transfer to Boris' }).click()
  await again.getByRole('heading', { name: 'Boris' }).waitFor()
  await colleague.page.getByRole('link', { name: /vaza na zalogi/ }).click()
  for (const text of ['Kdaj pride moj krožnik?', 'V četrtek.', 'Hvala!']) {
    await thread(colleague.page).getByText(text).first().waitFor()
  }
  await reply(colleague.page, 'Ja, dve sta še.')
  await again.getByText('Ja, dve sta še.').waitFor()
  await closeByKey(colleague.page)
  await again.locator('.panel-head').getByText(/\d/).waitFor()
  for (const one of [anna, colleague, petr, olga, mojca]) expect(one.troubles).toEqual([])
}, 120_000)
