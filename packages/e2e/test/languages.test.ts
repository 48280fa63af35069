import type { Page } from 'playwright-core'
import { afterAll, expect, it } from 'vitest'
import { openMailServer } from '../../relay/test/kit/mail-server.ts'
import { wrongAllWays } from '../kit/all-ways.ts'
import { useBrowser } from '../kit/browser.ts'
import { cutBelow, cutOff } from '../kit/cut-off.ts'
import { inEachLanguage, languages, wordsIn } from '../kit/each-language.ts'
import { shopPage, useHost } from '../kit/host-page.ts'
import { joinAndGoOnDuty, onDuty, setDuty } from '../kit/inbox.ts'
import { networkOf } from '../kit/network.ts'
import { mara, ownedByMara, useRelay } from '../kit/relay.ts'
import { closeByKey, reply } from '../kit/thread.ts'
import { english, walkToTheLine } from '../kit/walk.ts'
import { askForAPerson, openPanel, widgetOn, write } from '../kit/widget.ts'

const mails = await openMailServer()
afterAll(() => mails.close())
const browser = useBrowser()
const host = useHost()
const relay = useRelay(() => ({
  ...{ ...ownedByMara, DESKBELL_DEMO: '1', DESKBELL_ORIGINS: host().url },
  ...{ DESKBELL_SMTP_URL: mails.url, DESKBELL_MAIL_FROM: 'help@holm.example' },
}))
const narrow = { viewport: { width: 320, height: 640 }, reducedMotion: true }
const boris = { name: 'Boris', email: 'boris@holm.example', password: 'a different horse' }

async function visit() {
  const visitor = await browser.open(narrow)
  const network = await networkOf(visitor.page)
  await visitor.page.goto(host().serve('/', shopPage(relay().url)))
  await widgetOn(visitor.page).getByRole('button').waitFor()
  return { ...visitor, network }
}

type Again = (language: string) => Promise<unknown>

interface State {
  state: string
  /** Is there when the state is. */
  shown: string
  /** Brings about what a change of language undoes. */
  again?: Again
  after?: Again
}

async function fits(page: Page, { state, shown, again, after }: State) {
  const wrong: unknown[] = []
  await inEachLanguage(page, shown, async (language) => {
    await again?.(language)
    for (const cut of [...(await cutOff(page)), ...(await cutBelow(page))]) wrong.push({ language, cut })
    if (language === 'en') wrong.push(...(await wrongAllWays(page)))
    await after?.(language)
  })
  expect({ state, wrong }).toEqual({ state, wrong: [] })
}

it('has the languages it is to have', () => expect(languages).toHaveLength(16))

it('cuts nothing off in any language from home into the line', async () => {
  const operator = await browser.open()
  await onDuty(operator.page, relay().url, mara)
  const { page, troubles } = await visit()
  // Nobody says so often within a minute that an entry did not help: the relay would refuse.
  const headers = { 'access-control-allow-origin': '*' }
  await page.route('**/api/feedback', (route) => route.fulfill({ status: 204, headers }))
  const panel = widgetOn(page).getByRole('dialog')
  const states: Record<string, { shown: string; again?: Again }> = {
    home: { shown: '.entry-list' },
    'nothing found': { shown: '.nothing' },
    results: {
      shown: '.search-field .field',
      again: async (language) => {
        const { entries } = await (await fetch(`${relay().url}/api/entries?locale=${language}`)).json()
        await panel.locator('.search-field .field').fill(entries[0].question.slice(0, 8))
        await panel.getByRole('option').first().waitFor()
      },
    },
    'entry, no help': {
      shown: '.did-help',
      again: (language) => panel.getByRole('button', { name: wordsIn(language).entry.no, exact: true }).click(),
    },
    asking: { shown: '.asking textarea' },
    waiting: { shown: '.wait-notice h3' },
  }
  await walkToTheLine(page, english, async (state) => {
    const known = states[state]
    if (known) await fits(page, { state, ...known })
    else expect({ state, wrong: await wrongAllWays(page) }).toEqual({ state, wrong: [] })
  })
  await operator.page.keyboard.press('n')
  await operator.page.getByRole('textbox', { name: /^Reply to/ }).waitFor()
  await closeByKey(operator.page)
  expect([...troubles, ...operator.troubles]).toEqual([])
}, 120_000)

it('cuts nothing off in any language in a conversation, to its rating', async () => {
  const own = await browser.open()
  await onDuty(own.page, relay().url, mara)
  const colleague = await browser.open()
  await joinAndGoOnDuty(own.page, colleague.page, relay().url, boris)
  const visitor = await visit()
  const { page, network } = visitor
  const panel = await openPanel(page)
  await askForAPerson(panel, 'My plate arrived in two pieces')
  await panel.locator('.wait-notice h3').waitFor()
  await own.page.keyboard.press('n')
  await reply(own.page, 'The parcel number is on https://shop.example/orders/track?parcel=20418200')
  await write(panel, 'Thank you')
  const choose = (name: string, mimeType: string) =>
    panel.locator('input[type=file]').setInputFiles({ name, mimeType, buffer: Buffer.from('An order') })
  await choose('the order and all that belongs to it.txt', 'text/plain')
  await panel.locator('a.file').waitFor()
  const withAllOpen = async () => {
    await choose('a film of the plate as it was unpacked.mp4', 'video/mp4')
    await panel.getByRole('alert').waitFor()
    await panel.locator('.composer [aria-expanded]').click()
    await panel.locator('.emoji-picker').waitFor()
    await panel.locator('[aria-haspopup=menu]').click()
    await panel.getByRole('menu').waitFor()
  }
  await fits(page, { state: 'file not taken, emoji, menu', shown: '.message--own', again: withAllOpen })
  await handTo(own.page, 'Boris')
  await colleague.page.getByRole('link', { name: /From Mara/ }).click()
  await panel.getByRole('heading', { name: 'Boris' }).waitFor()
  expect([...visitor.troubles, ...own.troubles]).toEqual([])
  const withoutConnection = async () => {
    await network.lose()
    await panel.locator('.connection-note').waitFor()
  }
  await fits(page, {
    state: 'handed on, offline',
    shown: '.message--own',
    again: withoutConnection,
    after: network.restore,
  })
  await colleague.page.getByRole('textbox', { name: /^Reply to/ }).waitFor()
  await closeByKey(colleague.page)
  await panel.locator('.rating button').nth(1).click()
  const withTranscript = () => panel.locator('.transcript button').click()
  await fits(page, { state: 'rated, transcript', shown: '.rating ~ .question-form', again: withTranscript })
  await setDuty(colleague.page, false)
}, 120_000)

it('cuts nothing off in any language where nobody is there', async () => {
  const { page: operator } = await browser.open()
  await onDuty(operator, relay().url, mara)
  const waiting = await visit()
  const inLine = await openPanel(waiting.page)
  await askForAPerson(inLine, 'Do you repair cups?')
  await inLine.locator('.wait-notice h3').waitFor()
  await setDuty(operator, false)
  await inLine.locator('#deskbell-deserted').waitFor()
  await fits(waiting.page, { state: 'deserted', shown: '#deskbell-deserted' })
  const { page, troubles } = await visit()
  const panel = await openPanel(page)
  await panel.getByRole('button', { name: /^Leave a question/ }).click()
  await panel.getByRole('textbox', { name: 'Your question' }).fill('Do you repair cups?')
  const send = panel.locator('.panel-foot button').last()
  await fits(page, { state: 'question without an address', shown: '#deskbell-question', again: () => send.click() })
  await panel.locator('input[type=email]').fill('ines@visitor.example')
  await send.click()
  await panel.locator('.registered').waitFor()
  await fits(page, { state: 'registered', shown: '.registered' })
  expect([...troubles, ...waiting.troubles]).toEqual([])
}, 120_000)

it('cuts nothing off in any language where the panel can’t be had', async () => {
  const { page } = await browser.open(narrow)
  await page.route('**/assets/panel-*', (route) => route.abort())
  const wrong: unknown[] = []
  for (const language of languages) {
    await page.goto(host().serve(`/${language}`, shopPage(relay().url, { lang: language })))
    await widgetOn(page).getByRole('button').click()
    await widgetOn(page).getByRole('alert').waitFor()
    for (const cut of [...(await cutOff(page)), ...(await cutBelow(page))]) wrong.push({ language, cut })
  }
  wrong.push(...(await wrongAllWays(page)))
  expect(wrong).toEqual([])
})

async function handTo(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Escape')
  await page.keyboard.press('t')
  const dialog = page.getByRole('dialog', { name: /^Transfer/ })
  await dialog.getByRole('radio', { name: new RegExp(name) }).check()
  await dialog.getByRole('button', { name: `Transfer to ${name}` }).click()
}
