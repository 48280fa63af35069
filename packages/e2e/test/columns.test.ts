import type { Locator, Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { violations } from '../kit/axe.ts'
import { useBrowser } from '../kit/browser.ts'
import { CrowdVisitor } from '../kit/crowd.ts'
import { onDuty } from '../kit/inbox.ts'
import { mara, ownedByMara, useRelay } from '../kit/relay.ts'

const browser = useBrowser()
const relay = useRelay(ownedByMara)
const edge = (page: Page, of: string) => page.getByRole('separator', { name: of })
const widthOf = (page: Page, column: string) =>
  page.locator(column).evaluate((element) => Math.round(element.clientWidth))

it('lets an operator draw the columns as wide as they like, and finds them so after a reload', async () => {
  // Whose times are the longest.
  const { page, troubles } = await browser.open({ locale: 'en-US' })
  await onDuty(page, relay().url, mara)
  const visitor = new CrowdVisitor(relay().url)
  await visitor.ask('Is the cobalt bowl back?')
  await page.getByRole('link', { name: /cobalt/ }).click()
  await page.getByRole('complementary').first().waitFor()
  const [lists, card] = [await widthOf(page, '.lists'), await widthOf(page, '.visitor-card')]

  const middle = await edge(page, 'Width of the lists').boundingBox()
  const [x, y] = [(middle?.x ?? 0) + (middle?.width ?? 0) / 2, 400]
  await page.mouse.move(x, y)
  await page.mouse.down()
  await page.mouse.move(x + 40, y, { steps: 4 })
  await page.mouse.up()
  await edge(page, 'Width of the visitor’s card').press('ArrowLeft')
  await expect.poll(() => widthOf(page, '.lists'), { timeout: 15_000 }).toBe(lists + 40)
  await expect.poll(() => widthOf(page, '.visitor-card'), { timeout: 15_000 }).toBe(card + 16)
  expect(await violations(page)).toEqual([])

  await page.reload()
  await page.getByRole('link', { name: /cobalt/ }).waitFor()
  await expect.poll(() => widthOf(page, '.lists'), { timeout: 15_000 }).toBe(lists + 40)
  await edge(page, 'Width of the lists').dblclick()
  await expect.poll(() => widthOf(page, '.lists'), { timeout: 15_000 }).toBe(lists)

  // Their time stands on the card, and on a phone, where that is out of sight, before what they wrote.
  const story = page.getByRole('region', { name: /^Before writing/ }).getByText('Their time')
  const onCard = page.getByRole('complementary').getByText('Their time')
  await onCard.waitFor()
  expect(await story.isVisible()).toBe(false)
  await page.setViewportSize({ width: 390, height: 844 })
  await story.waitFor()
  expect(await onCard.isVisible()).toBe(false)
  const beginsAt = async (line: Locator) => (await line.boundingBox())?.x
  expect(await beginsAt(story)).toBe(await beginsAt(page.getByText('Asked for a person')))
  expect(troubles).toEqual([])
  visitor.close()
})
