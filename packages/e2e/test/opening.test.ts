import { expect, it, onTestFinished } from 'vitest'
import { useBrowser } from '../kit/browser.ts'
import { startGate } from '../kit/gate.ts'
import { shopPage, useHost } from '../kit/host-page.ts'
import { ownedByMara, useRelay } from '../kit/relay.ts'
import { widgetOn } from '../kit/widget.ts'

const browser = useBrowser()
const host = useHost()
const relay = useRelay(() => ({ ...ownedByMara, DESKBELL_DEMO: '1', DESKBELL_ORIGINS: host().url }))

const files = [/^\/assets\/de-/, /^\/assets\/panel-/, /^\/assets\/styles-/, /^\/assets\/search-/]
const entries = /^\/api\/entries\?locale=de$/

/** A shop in German whose relay sends nothing for the panel until the gate opens. */
async function visit() {
  const gate = await startGate(relay().url, /^\/(assets|api)\//)
  onTestFinished(() => gate.close())
  const visitor = await browser.open()
  await visitor.page.goto(host().serve('/', shopPage(gate.url, { lang: 'de' })))
  await widgetOn(visitor.page).getByRole('button').waitFor()
  return { ...visitor, gate, launcher: widgetOn(visitor.page).getByRole('button') }
}

/** Waits until all these were asked for, and nothing else was; in any order. */
async function asksFor(asked: readonly string[], expected: readonly RegExp[]): Promise<void> {
  await expect.poll(() => asked.length).toBe(expected.length)
  for (const one of expected)
    expect(
      asked.filter((url) => one.test(url)),
      String(one),
    ).toHaveLength(1)
}

it('asks for script, words, looks and entries of the panel while none of them has come, and for each once; then searches without the relay', async () => {
  const { gate, launcher, page, troubles } = await visit()
  await asksFor(gate.asked, [/^\/widget\.js$/])
  await launcher.hover()
  await asksFor(gate.asked, [/^\/widget\.js$/, ...files])
  await launcher.click()
  await asksFor(gate.asked, [/^\/widget\.js$/, ...files, entries])
  gate.open()
  await widgetOn(page).getByRole('dialog').locator('.entry-list button').first().waitFor()
  await asksFor(gate.asked, [/^\/widget\.js$/, ...files, entries, /^\/api\/desk\?/])
  expect(troubles).toEqual([])
  await gate.close()
  await widgetOn(page).getByRole('combobox').fill('Lieferung')
  await widgetOn(page).getByRole('option').first().waitFor()
})

it('asks for all but the entries when the launcher has the focus', async () => {
  const { gate, launcher, page } = await visit()
  await page.keyboard.press('Tab')
  expect(await launcher.evaluate((button) => button.matches(':focus'))).toBe(true)
  await asksFor(gate.asked, [/^\/widget\.js$/, ...files])
})

it('asks for all of it at once, too, where the page opens it', async () => {
  const { gate, page } = await visit()
  await page.evaluate("Deskbell('open')")
  await asksFor(gate.asked, [/^\/widget\.js$/, ...files, entries])
  gate.open()
  await widgetOn(page).getByRole('dialog').locator('.entry-list button').first().waitFor()
  expect(gate.asked.filter((url) => entries.test(url))).toHaveLength(1)
})

it('says that the answers could not be loaded where they alone don’t come, and loads them in the end', async () => {
  const { gate, launcher, page } = await visit()
  await page.route('**/api/entries?*', (route) => route.abort())
  await launcher.click()
  gate.open()
  const again = widgetOn(page).getByRole('alert').getByRole('button')
  await again.waitFor()
  await page.unroute('**/api/entries?*')
  await again.click()
  await widgetOn(page).getByRole('dialog').locator('.entry-list button').first().waitFor()
})
