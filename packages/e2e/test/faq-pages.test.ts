import { expect, it } from 'vitest'
import { violations } from '../kit/axe.ts'
import { useBrowser } from '../kit/browser.ts'
import { onDuty } from '../kit/inbox.ts'
import { mara, ownedByMara, useRelay } from '../kit/relay.ts'
import { widgetOn } from '../kit/widget.ts'

const browser = useBrowser()
const relay = useRelay(() => ({ ...ownedByMara, DESKBELL_DEMO: '1' }))

it('is read, searched and left again without any script', async () => {
  const { page, troubles } = await browser.open({ noScript: true })
  await page.goto(`${relay().url}/faq/`)
  expect(page.url()).toBe(`${relay().url}/faq/en/`)
  await page.getByRole('link', { name: 'My parcel is late. What should I do?' }).click()
  await page.getByRole('heading', { level: 1, name: 'My parcel is late' }).waitFor()
  await page.getByText('If it is more than five days late').waitFor()
  await page.getByRole('searchbox', { name: 'Search the answers' }).fill('broken plate')
  await page.getByRole('searchbox').press('Enter')
  await page.getByRole('heading', { level: 1, name: 'Answers to “broken plate”' }).waitFor()
  await page.getByRole('link', { name: 'My parcel arrived damaged' }).click()
  await page.getByRole('link', { name: 'Deutsch' }).click()
  await page.getByRole('heading', { level: 1, name: 'Mein Paket kam beschädigt an' }).waitFor()
  expect(await page.getByRole('button', { name: 'Jemanden fragen' }).count()).toBe(0)
  expect(await page.getByRole('link', { name: 'hello@holm.example' }).getAttribute('href')).toBe(
    'mailto:hello@holm.example',
  )
  await page.getByRole('link', { name: 'Alle Antworten' }).click()
  await page.waitForURL(`${relay().url}/faq/de/#delivery`)
  const entries = await page.request.get(`${relay().url}/api/entries?locale=en`)
  expect((await entries.json()).mostRead).toEqual(['parcel-late', 'parcel-damaged'])
  expect(troubles).toEqual([])
})

it('asks a person in the widget, with the words that were searched', async () => {
  const operator = await browser.open()
  await onDuty(operator.page, relay().url, mara)
  const { page, troubles } = await browser.open()
  await page.goto(`${relay().url}/faq/en/?q=giraffe+saddle`)
  await page.getByRole('button', { name: 'Ask a person' }).click()
  const panel = widgetOn(page).getByRole('dialog')
  const message = panel.getByRole('textbox', { name: 'Your message' })
  await message.waitFor()
  await expect.poll(() => message.inputValue()).toBe('giraffe saddle')
  expect(troubles).toEqual([])
})

it.each([
  { locale: 'en', scheme: 'light', width: 1280 },
  { locale: 'de', scheme: 'dark', width: 390 },
  { locale: 'ar', scheme: 'light', width: 390 },
  { locale: 'ja', scheme: 'dark', width: 1280 },
] as const)('is clean for axe in $locale, $scheme, $width px wide, and fits', async ({ locale, scheme, width }) => {
  const { page } = await browser.open({ colourScheme: scheme, viewport: { width, height: 800 } })
  for (const path of ['', 'parcel-late/', '?q=giraffe+saddle', '?q=3', 'nowhere/']) {
    await page.goto(`${relay().url}/faq/${locale}/${path}`)
    await widgetOn(page).getByRole('button').waitFor()
    expect({ path, found: await violations(page) }).toEqual({ path, found: [] })
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width)
  }
})
