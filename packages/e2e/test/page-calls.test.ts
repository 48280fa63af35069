// What a page says to the widget and hears of it, from before the script has come.
import { expect, it } from 'vitest'
import { useBrowser } from '../kit/browser.ts'
import { shopPage, useHost } from '../kit/host-page.ts'
import { onDuty } from '../kit/inbox.ts'
import { mara, ownedByMara, useRelay } from '../kit/relay.ts'
import { closeByKey, reply } from '../kit/thread.ts'
import { widgetOn } from '../kit/widget.ts'

const browser = useBrowser()
const host = useHost()
const relay = useRelay(() => ({ ...ownedByMara, DESKBELL_DEMO: '1', DESKBELL_ORIGINS: host().url }))

type Heard = [event: string, details: Record<string, unknown>]
interface ShopWindow {
  Deskbell: (...call: unknown[]) => void
  heard: Heard[]
  texts: string[]
}

const events = ['searched', 'entryOpened', 'helped', 'asked', 'assigned', 'closed', 'rated']
const listening = `
  window.Deskbell ||= (...a) => (Deskbell.q ||= []).push(a)
  heard = []
  for (const event of ${JSON.stringify(events)}) Deskbell('on', event, (details) => heard.push([event, details]))
  texts = []
  Deskbell('on', 'searched', ({ query }) => texts.push(query), { texts: true })
  Deskbell('on', 'asked', ({ text }) => texts.push(text), { texts: true })
`

/** A shop whose own script makes calls before the widget's has come. */
async function visitShop(calls: string) {
  const visitor = await browser.open()
  const said: string[] = []
  visitor.page.on('console', (message) => said.push(`${message.type()}: ${message.text()}`))
  const html = shopPage(relay().url, { head: `<script>${listening}${calls}</script>` })
  await visitor.page.goto(host().serve('/', html))
  const deskbell = (...call: unknown[]) =>
    visitor.page.evaluate((given) => (window as unknown as ShopWindow).Deskbell(...given), call)
  const heard = () => visitor.page.evaluate(() => (window as unknown as ShopWindow).heard)
  return { ...visitor, said, panel: widgetOn(visitor.page).getByRole('dialog'), deskbell, heard }
}

it('makes calls of before the script, and tells what happens from the search to the rating, words where asked', async () => {
  const operator = await browser.open()
  await onDuty(operator.page, relay().url, mara)
  const shop = await visitShop("Deskbell('search', 'delivery')")
  const { panel, deskbell, heard } = shop
  await panel.getByRole('option').first().waitFor()
  const found = await panel.getByRole('option').count()
  await expect.poll(heard).toEqual([['searched', { locale: 'en', found }]])
  const { entries } = await (await fetch(`${relay().url}/api/entries?locale=en`)).json()
  const { id, question } = entries.at(-1)
  await deskbell('entry', id)
  await panel.getByRole('heading', { name: question }).waitFor()
  await panel.getByRole('button', { name: 'No', exact: true }).click()
  await deskbell('ask', { text: 'Is the kiln open?' })
  const message = panel.getByRole('textbox', { name: 'Your message' })
  await expect.poll(() => message.inputValue()).toBe('Is the kiln open?')
  await panel.getByRole('button', { name: /^Send to / }).click()
  await panel.getByText('You are next.').first().waitFor()
  await operator.page.keyboard.press('n')
  await reply(operator.page, 'It is.')
  await panel.getByText('It is.').waitFor()
  await closeByKey(operator.page)
  await panel.getByRole('group', { name: 'Did Mara solve it?' }).getByRole('button', { name: 'Yes' }).click()
  await panel.getByText('Thank you. That helps whoever asks next.').waitFor()
  const here = { locale: 'en' }
  await expect.poll(heard).toEqual([
    ['searched', { ...here, found }],
    ['entryOpened', { ...here, id }],
    ['helped', { ...here, id, helped: false }],
    ['asked', here],
    ['assigned', here],
    ['closed', here],
    ['rated', here],
  ])
  const texts = () => shop.page.evaluate(() => (window as unknown as ShopWindow).texts)
  expect(await texts()).toEqual(['delivery', 'Is the kiln open?'])
  expect(shop.said).toEqual([])
  expect([...shop.troubles, ...operator.troubles]).toEqual([])
})

it('goes on in another language in the middle of a conversation', async () => {
  const operator = await browser.open()
  await onDuty(operator.page, relay().url, mara)
  const { page, panel, deskbell, heard, troubles } = await visitShop("Deskbell('ask', { text: 'Ist offen?' })")
  await panel.getByRole('button', { name: /^Send to / }).click()
  await panel.getByText('You are next.').first().waitFor()
  await deskbell('locale', 'de')
  await panel.getByText('Sie sind als Nächstes dran.').first().waitFor()
  await operator.page.keyboard.press('n')
  await reply(operator.page, 'Ja, bis sechs.')
  await panel.getByText('Ja, bis sechs.').waitFor()
  await panel.getByRole('textbox').fill('Danke')
  await deskbell('locale', 'ar')
  await expect.poll(() => panel.evaluate((element) => getComputedStyle(element).direction)).toBe('rtl')
  await panel.getByText('Ja, bis sechs.').waitFor()
  await expect.poll(() => panel.getByRole('textbox').inputValue()).toBe('Danke')
  // In the panel that has come in the place of the other.
  await panel.locator('textarea:focus').waitFor()
  await page.keyboard.press('Enter')
  await operator.page.getByRole('log').getByText('Danke').waitFor()
  expect(await operator.page.getByRole('log').getByText('Danke').count()).toBe(1)
  expect((await heard()).map(([event, { locale }]) => `${event} ${locale}`)).toEqual(['asked en', 'assigned de'])
  expect(troubles).toEqual([])
  await closeByKey(operator.page)
})

it('hints at a call that is none, leaves the page, and takes no call amiss after that', async () => {
  const { page, said, deskbell, panel, troubles } = await visitShop("Deskbell('explode')")
  await expect.poll(() => said).toEqual([expect.stringMatching(/^warning: Deskbell\('explode'\) is no call/)])
  await deskbell('open')
  await panel.waitFor()
  await deskbell('close')
  await panel.waitFor({ state: 'hidden' })
  await deskbell('shutdown')
  await expect.poll(() => widgetOn(page).count()).toBe(0)
  await deskbell('open')
  expect(said).toHaveLength(1)
  // Another script takes it up.
  await page.evaluate((address) => {
    const tag = document.createElement('script')
    tag.src = address
    document.head.append(tag)
  }, `${relay().url}/widget.js`)
  await panel.waitFor()
  expect(troubles).toEqual([])
})

it('loads nothing for a page that closes what was never opened', async () => {
  const { page } = await visitShop('')
  const isLoading = (call: string) =>
    page.evaluate((name) => {
      ;(window as unknown as ShopWindow).Deskbell(name)
      const launcher = document.querySelector('deskbell-widget')?.shadowRoot?.querySelector('.launcher')
      return launcher?.getAttribute('aria-busy') === 'true'
    }, call)
  await widgetOn(page).locator('.launcher').waitFor()
  expect(await isLoading('close')).toBe(false)
  expect(await isLoading('open')).toBe(true)
})
