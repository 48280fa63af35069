import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { violations } from '../kit/axe.ts'
import { useBrowser } from '../kit/browser.ts'
import { contrastOf } from '../kit/contrast.ts'
import { shopPage, useHost } from '../kit/host-page.ts'
import { coloursOn, computesNone } from '../kit/older-browser.ts'
import { mara, ownedByMara, useRelay } from '../kit/relay.ts'
import { changeSettings, changeWords } from '../kit/settings.ts'
import { leaveAQuestion, openPanel, widgetOn } from '../kit/widget.ts'

const browser = useBrowser()
const host = useHost()
const relay = useRelay(() => ({ ...ownedByMara, DESKBELL_DEMO: '1', DESKBELL_ORIGINS: host().url }))

const launcherOn = (page: Page) => widgetOn(page).getByRole('button', { name: /^(Help|Ask us|Hilfe)/ })

const styleOf = (page: Page, selector: string, name: string) =>
  widgetOn(page)
    .locator(selector)
    .evaluate((node, property) => getComputedStyle(node).getPropertyValue(property), name)

async function open(page: Page, attributes = '', body = '<h1>Shop</h1>'): Promise<void> {
  await page.goto(host().serve('/', shopPage(relay().url, { attributes, body })))
  await launcherOn(page).waitFor()
}

const chosen = {
  ...{ accent: '#7a2e8e', position: 'start', launcher: 'text', radius: 4 },
  ...{ distance: { side: 40, bottom: 88 }, hasAvatars: false, theme: 'dark' },
}
const usual = {
  ...{ accent: '#3f5f55', position: 'end', launcher: 'icon', radius: 14 },
  ...{ distance: {}, hasAvatars: true, theme: 'auto' },
}

it('looks as the owner has set it', async () => {
  await changeSettings(relay().url, mara, chosen)
  const { page, troubles } = await browser.open()
  await open(page)
  const { height = 0 } = page.viewportSize() ?? {}
  const box = await launcherOn(page).boundingBox()
  expect(box?.x).toBe(40)
  expect(height - (box?.y ?? 0) - (box?.height ?? 0)).toBe(88)
  expect(box?.width).toBeGreaterThan(80)
  await openPanel(page)
  expect(await styleOf(page, '.panel', 'border-radius')).toBe('4px')
  expect(await styleOf(page, '.panel', 'color-scheme')).toBe('dark')
  expect((await widgetOn(page).locator('.panel').boundingBox())?.y).toBeGreaterThanOrEqual(0)
  expect(await violations(page)).toEqual([])
  expect(troubles).toEqual([])
})

it('looks as a page says on its tag, and as its style sheet says before that', async () => {
  await changeSettings(relay().url, mara, chosen)
  const { page } = await browser.open()
  await open(page, 'data-position="end" data-launcher="icon" data-radius="20px" data-side="12px" data-theme="light"')
  expect((await launcherOn(page).boundingBox())?.width).toBe(56)
  const right = (await launcherOn(page).boundingBox())?.x ?? 0
  expect((page.viewportSize()?.width ?? 0) - right - 56).toBe(12)
  await openPanel(page)
  expect(await styleOf(page, '.panel', 'border-radius')).toBe('20px')
  await page.addStyleTag({ content: '.night deskbell-widget { --deskbell-theme: dark; --deskbell-radius: 0px }' })
  const ground = () => styleOf(page, '.panel', 'background-color')
  const byDay = await ground()
  await page.evaluate(() => document.documentElement.classList.add('night'))
  expect(await styleOf(page, '.panel', 'border-radius')).toBe('0px')
  expect(await ground()).not.toBe(byDay)
})

it('goes back to the system’s theme where a page says so, and leaves aside a colour that is none', async () => {
  await changeSettings(relay().url, mara, chosen)
  const { page } = await browser.open()
  await open(page, 'data-accent="hollow" data-theme="auto"')
  expect(await contrastOf(launcherOn(page))).toBeGreaterThan(4.5)
  await openPanel(page)
  expect(await styleOf(page, '.panel', 'color-scheme')).toBe('light dark')
  // The look is put on anew once the settings change.
  await changeSettings(relay().url, mara, { ...chosen, radius: 8 })
  await page.evaluate("Deskbell('close'); Deskbell('open')")
  await expect.poll(() => styleOf(page, '.panel', 'border-radius')).toBe('8px')
  expect(await styleOf(page, '.panel', 'color-scheme')).toBe('light dark')
})

it('calls itself and greets as a page says, whose attributes without a value say nothing', async () => {
  await changeSettings(relay().url, mara, chosen)
  const { page } = await browser.open()
  const said = 'data-label="Ask the kiln" data-greeting="Warm up. Lost something?"'
  const empty = 'data-theme="" data-radius="" data-position="" data-launcher="" data-accent=""'
  await page.goto(host().serve('/', shopPage(relay().url, { attributes: `${said} ${empty}` })))
  const launcher = widgetOn(page).getByRole('button', { name: 'Ask the kiln' })
  expect((await launcher.boundingBox())?.x).toBe(40)
  expect((await launcher.boundingBox())?.width).toBeGreaterThan(80)
  const panel = await openPanel(page, /^Ask the kiln/)
  await panel.getByText('Warm up. Lost something?').waitFor()
  expect(await styleOf(page, '.panel', 'border-radius')).toBe('4px')
  expect(await styleOf(page, '.panel', 'color-scheme')).toBe('dark')
  await page.keyboard.press('Escape')
  await launcher.waitFor()
})

it.each(['light', 'dark'] as const)('corrects colours that nobody could read, in the %s', async (colourScheme) => {
  await changeSettings(relay().url, mara, { ...usual, launcher: 'text' })
  const { page } = await browser.open({ colourScheme, reducedMotion: true })
  await open(page)
  await openPanel(page)
  await page.keyboard.press('Escape')
  await launcherOn(page).waitFor()
  const colours = ['#ffffff', '#ffff00', '#ffd400', '#f7c6d9', '#8fd3ff', '#9acd32', '#808080', '#e4572e', '#ff0000']
  const sheer = ['#2563eb80', '#ffd40033', 'rgb(255 0 0 / 0.2)', 'transparent']
  for (const colour of [...colours, ...sheer, '#00ff00', '#0000ff', '#123456', '#000000']) {
    await page.evaluate((given) => {
      const widget = document.querySelector<HTMLElement>('deskbell-widget')
      widget?.style.setProperty('--deskbell-accent', given)
    }, colour)
    expect(await contrastOf(launcherOn(page)), colour).toBeGreaterThanOrEqual(4.5)
    expect(await styleOf(page, '.launcher', 'background-color'), colour).not.toContain('/')
  }
})

it.each([
  ['#ffd400', 'auto', 'dark'],
  ['#2563eb80', 'dark', 'light'],
] as const)(
  'draws %s, theme %s, in the %s as well where style sheets can’t compute it',
  async (accent, theme, scheme) => {
    await changeSettings(relay().url, mara, usual)
    const openedBy = async (isOlder: boolean) => {
      const { page, troubles } = await browser.open({ colourScheme: scheme, reducedMotion: true })
      if (isOlder) await page.addInitScript(computesNone)
      await open(page, `data-accent="${accent}" data-theme="${theme}"`)
      const panel = await openPanel(page)
      await panel.locator('.entry-link').first().waitFor()
      await page.mouse.move(0, 0)
      return { page, troubles }
    }
    const newer = await openedBy(false)
    const older = await openedBy(true)
    const shown = await coloursOn(newer.page)
    expect(shown).toContain('.entry-link color')
    await expect.poll(() => coloursOn(older.page)).toBe(shown)
    const other = { colorScheme: scheme === 'dark' ? 'light' : 'dark' } as const
    await Promise.all([newer.page.emulateMedia(other), older.page.emulateMedia(other)])
    const shownThen = await coloursOn(newer.page)
    expect(shownThen === shown).toBe(theme !== 'auto')
    await expect.poll(() => coloursOn(older.page)).toBe(shownThen)
    expect(await violations(older.page)).toEqual([])
    expect([...newer.troubles, ...older.troubles]).toEqual([])
  },
)

const words = {
  en: {
    label: 'Ask us',
    greeting: 'Ahoy. Lost something?',
    question: 'What is your order about?',
    away: 'We fire the kiln on Tuesdays.',
    consent: 'We keep it as [our page](https://shop.example/privacy) says.',
  },
  de: { greeting: 'Moin. Was fehlt dir?' },
}

it('says what the owner has written, in the visitor’s language', async () => {
  await changeSettings(relay().url, mara, { ...usual, launcher: 'text' })
  await changeWords(relay().url, mara, words)
  const { page, troubles } = await browser.open()
  await open(page)
  const panel = await openPanel(page, /^Ask us/)
  await panel.getByText('Ahoy. Lost something?').waitFor()
  await panel.getByRole('button', { name: /^Leave a question/ }).click()
  await panel.getByRole('textbox', { name: 'What is your order about?' }).waitFor()
  await panel.getByText('We fire the kiln on Tuesdays.').waitFor()
  expect(await panel.getByRole('link', { name: 'our page' }).getAttribute('href')).toBe('https://shop.example/privacy')
  expect(await violations(page)).toEqual([])
  await page.goto(host().serve('/de', shopPage(relay().url, { lang: 'de' })))
  const german = await openPanel(page, /^Hilfe/)
  await german.getByText('Moin. Was fehlt dir?').waitFor()
  await german.getByRole('button', { name: /^Frage hinterlassen/ }).click()
  await german.getByText('our page').waitFor()
  expect(await german.locator('.hint[lang="en"]').getByText('our page').count()).toBe(1)
  const away = german.locator('[lang="en"]').getByText('We fire the kiln on Tuesdays.')
  await away.waitFor()
  const name = 'Ihre Frage What is your order about? Nur auf Englisch'
  await german.getByRole('textbox', { name }).waitFor()
  expect(await german.getByText('Nur auf Englisch').count()).toBe(3)
  expect(await violations(page)).toEqual([])
  expect(troubles).toEqual([])
})

it('tells a page that is open of other looks and words', async () => {
  await changeSettings(relay().url, mara, usual)
  await changeWords(relay().url, mara, {})
  const { page } = await browser.open()
  await open(page, 'data-radius="2px"')
  const panel = await openPanel(page)
  await panel.getByText('Hello. What would you like to know?').waitFor()
  await leaveAQuestion(panel, 'Where is my cup?')
  await panel.getByText('Your question is with us.').waitFor()
  await page.keyboard.press('Escape')
  await changeSettings(relay().url, mara, { ...usual, position: 'start', radius: 20, accent: '#7a2e8e' })
  await changeWords(relay().url, mara, words)
  await expect.poll(async () => (await launcherOn(page).boundingBox())?.x, { timeout: 8_000 }).toBeLessThan(100)
  expect(await styleOf(page, '.panel', 'border-radius')).toBe('2px')
  await launcherOn(page).click()
  await panel.getByRole('button', { name: 'Back' }).click()
  await panel.getByText('Ahoy. Lost something?').waitFor()
})
