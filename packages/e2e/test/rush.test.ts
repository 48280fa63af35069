import type { Locator, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { useBrowser, type WatchedPage } from '../kit/browser.ts'
import { shopPage, useHost } from '../kit/host-page.ts'
import { joinAndGoOnDuty, onDuty, setDuty } from '../kit/inbox.ts'
import { ownedByMara, mara as owner, useRelay } from '../kit/relay.ts'
import { closeByKey, reply, thread } from '../kit/thread.ts'
import { openPanel } from '../kit/widget.ts'

const browser = useBrowser()
const host = useHost()
const relay = useRelay(() => ({ ...ownedByMara, DESKBELL_DEMO: '1', DESKBELL_ORIGINS: host().url }), 'automatic')
const colleague = { name: 'Boris', email: 'boris@holm.example', password: 'a different horse' }

type Language = 'en' | 'sl'
interface Visitor extends WatchedPage {
  language: Language
  asked: string
  panel: Locator
}

const places: Readonly<Record<Language, (place: number) => string>> = {
  en: (place) => (place === 1 ? 'You are next.' : `You are number ${place} in line.`),
  sl: (place) => (place === 1 ? 'Naslednji ste na vrsti.' : `V vrsti ste na mestu ${place}.`),
}

it('brings four visitors in two languages to two operators through a rush and the end of a shift', async () => {
  const { mara, boris } = await bothOperators()
  const petr = await asks('en', 'Is the shop open today?')
  await opensGiven(mara.page, petr)
  const mojca = await asks('sl', 'Kdaj pride moj krožnik?')
  await lineIs([mojca])
  const olga = await asks('en', 'Do you repair cups?')
  await lineIs([mojca, olga])
  const tom = await asks('en', 'Is the vase glazed inside?')
  await lineIs([mojca, olga, tom])

  // Boris speaks no Slovenian, and Mara does: he gets the first who reads English.
  await setDuty(boris.page, true)
  await opensGiven(boris.page, olga)
  await lineIs([mojca, tom], { isBorisHere: true })
  await setDuty(boris.page, false)
  await answers(boris.page, olga, 'We do, by hand.')
  await closeByKey(mara.page)
  await opensGiven(mara.page, mojca)
  await lineIs([tom])
  await answers(mara.page, mojca, 'V četrtek.')
  await closeByKey(boris.page)
  await boris.page.getByText('You are away. Go on duty').waitFor()
  await lineIs([tom])

  await closeByKey(mara.page)
  await mara.page.getByRole('heading', { name: /^New for you/ }).waitFor()
  await setDuty(boris.page, true)
  await mara.page.getByText(/question went to Boris: it was not opened in 10 seconds/).waitFor()
  await opensGiven(boris.page, tom)
  await answers(boris.page, tom, 'It is.')
  for (const one of [petr, mojca, olga]) await one.panel.locator('.panel-foot .person-bar').waitFor()
  for (const one of [mara, boris, petr, mojca, olga, tom]) expect(one.troubles).toEqual([])
}, 120_000)

/** Mara speaks both languages and is on duty, Boris speaks English and is away; each has one conversation at a time. */
async function bothOperators() {
  const [mara, boris] = [await browser.open(), await browser.open()]
  await onDuty(mara.page, relay().url, owner)
  await joinAndGoOnDuty(mara.page, boris.page, relay().url, colleague)
  await setDuty(boris.page, false)
  await speaks(mara.page, mara.page, ['en', 'sl'])
  await speaks(mara.page, boris.page, ['en'])
  const settings = await (await mara.page.request.get(`${relay().url}/api/settings`)).json()
  const line = { maximumWaitMinutes: 60 }
  await put(mara.page, '/api/settings', { ...settings, openWithinSeconds: 10, line })
  return { mara, boris }
}

async function speaks(byOwner: Page, operator: Page, languages: readonly Language[]): Promise<void> {
  const { id } = (await (await operator.request.get(`${relay().url}/api/session`)).json()).operator
  await put(byOwner, `/api/operators/${id}`, { capacity: 1, languages, skills: [], rank: 0 })
}

async function put(byOwner: Page, path: string, data: object): Promise<void> {
  const response = await byOwner.request.put(relay().url + path, { data })
  if (!response.ok()) throw new Error(`${path} was answered with ${response.status()}`)
}

async function asks(language: Language, asked: string): Promise<Visitor> {
  const visitor = await browser.open({ locale: language === 'sl' ? 'sl-SI' : 'en-GB' })
  await visitor.page.goto(host().serve(`/${language}`, shopPage(relay().url, { lang: language })))
  const panel = await openPanel(visitor.page, /./)
  await panel.locator('.panel-foot button').click()
  await panel.locator('textarea').fill(asked)
  await panel.locator('.panel-foot button[type=submit]').click()
  await panel.locator('.message--own', { hasText: asked }).waitFor()
  return { ...visitor, language, asked, panel }
}

/**
 * Every one of these, who stand in this order, reads the place they have: Mara serves them all in turn, but while Boris is
 * here, nobody who reads English is behind who reads Slovenian.
 */
async function lineIs(line: readonly Visitor[], { isBorisHere } = { isBorisHere: false }): Promise<void> {
  for (const [index, { language, panel }] of line.entries()) {
    const isBehind = (other: Visitor) => !isBorisHere || language === 'sl' || other.language === 'en'
    const ahead = line.slice(0, index).filter(isBehind).length
    const headline = panel.locator('.wait-notice h3')
    await expect.poll(() => headline.textContent()).toBe(places[language](ahead + 1))
  }
}

/** By N, which takes nobody here: what opens is what was given. */
async function opensGiven(operator: Page, { asked, panel }: Visitor): Promise<void> {
  await operator
    .getByRole('link', { name: /New for you/ })
    .filter({ hasText: asked })
    .waitFor()
  await operator.locator('main').focus()
  await operator.keyboard.press('n')
  await thread(operator).getByText(asked).waitFor()
  await panel.locator('.wait-notice').waitFor({ state: 'detached' })
}

async function answers(operator: Page, { panel }: Visitor, text: string): Promise<void> {
  await reply(operator, text)
  await panel.getByText(text).waitFor()
}
