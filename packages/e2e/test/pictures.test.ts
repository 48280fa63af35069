import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { violations } from '../kit/axe.ts'
import { useBrowser } from '../kit/browser.ts'
import { shopPage, useHost } from '../kit/host-page.ts'
import { onDuty } from '../kit/inbox.ts'
import { mara, ownedByMara, useRelay } from '../kit/relay.ts'
import { askForAPerson, openPanel } from '../kit/widget.ts'

const browser = useBrowser()
const host = useHost()
const relay = useRelay(() => ({ ...ownedByMara, DESKBELL_ORIGINS: host().url }))

/** A wide picture, green in its middle, as a file to choose. */
async function picture(page: Page) {
  const url = await page.evaluate(() => {
    const canvas = Object.assign(document.createElement('canvas'), { width: 300, height: 100 })
    const context = canvas.getContext('2d') as CanvasRenderingContext2D
    for (const [at, colour] of ['#f00', '#0f0', '#00f'].entries()) {
      context.fillStyle = colour
      context.fillRect(at * 100, 0, 100, 100)
    }
    return canvas.toDataURL()
  })
  return { name: 'me.png', mimeType: 'image/png', buffer: Buffer.from(url.split(',')[1] ?? '', 'base64') }
}

/** Mara on duty, at her account. */
async function atHerAccount() {
  const own = await browser.open()
  await onDuty(own.page, relay().url, mara)
  await own.page.goto(`${relay().url}/inbox/#account`)
  await own.page.getByRole('group', { name: 'Picture' }).waitFor()
  return own
}

async function setPicture(page: Page): Promise<void> {
  const field = page.getByRole('group', { name: 'Picture' })
  await field.locator('input').setInputFiles(await picture(page))
  await field.getByAltText('As visitors will see it').waitFor()
  expect(await violations(page)).toEqual([])
  await field.getByRole('button', { name: 'Use this picture' }).click()
  await field.getByText('Saved. Visitors see it at once.').waitFor()
}

/** What is drawn of each picture: its width, and the green in its middle and at its edges. */
const drawn = (page: Page) =>
  page.evaluate(() =>
    [...(document.querySelector('deskbell-widget')?.shadowRoot?.querySelectorAll('img') ?? [])].map((image) => {
      const canvas = Object.assign(document.createElement('canvas'), { width: 96, height: 96 })
      const context = canvas.getContext('2d') as CanvasRenderingContext2D
      if (image.naturalWidth > 0) context.drawImage(image, 0, 0)
      const isGreen = (x: number, y: number) => (context.getImageData(x, y, 1, 1).data[1] ?? 0) > 200
      return { width: image.naturalWidth, isGreen: [isGreen(2, 2), isGreen(48, 48), isGreen(93, 93)].every(Boolean) }
    }),
  )

const green = { width: 96, isGreen: true }

it('shows a visitor the middle of what an operator has chosen, at home and in the conversation, until it is taken away', async () => {
  const own = await atHerAccount()
  await setPicture(own.page)
  const visitor = await browser.open()
  await visitor.page.goto(host().serve('/', shopPage(relay().url)))
  const panel = await openPanel(visitor.page)
  await panel.getByRole('button', { name: /^Ask Mara/ }).waitFor()
  await expect.poll(() => drawn(visitor.page)).toEqual([green])
  await askForAPerson(panel, 'A cup arrived broken')
  await panel.getByText('You are next.').first().waitFor()
  await own.page.goto(`${relay().url}/inbox/`)
  await own.page.getByText('A cup arrived broken').first().waitFor()
  await own.page.keyboard.press('n')
  await panel.getByRole('heading', { name: 'Mara' }).waitFor()
  // In the head, and where she has joined.
  await expect.poll(() => drawn(visitor.page)).toEqual([green, green])
  await own.page.goto(`${relay().url}/inbox/#account`)
  await own.page.getByRole('button', { name: 'Remove the picture' }).click()
  await expect.poll(() => panel.locator('.panel-head').getByText('M', { exact: true }).count()).toBe(1)
  await expect.poll(() => panel.locator('.panel-head img').count()).toBe(0)
  expect([...own.troubles, ...visitor.troubles]).toEqual([])
})

it('leaves the initials on a page that forbids pictures, which is told of that once', async () => {
  const own = await atHerAccount()
  await setPicture(own.page)
  const visitor = await browser.open()
  const policy = `default-src 'none'; script-src ${relay().url}; connect-src ${relay().url}; img-src data:`
  const page = { html: shopPage(relay().url), headers: { 'content-security-policy': policy } }
  await visitor.page.goto(host().serve('/strict', page))
  const panel = await openPanel(visitor.page)
  await panel.getByRole('button', { name: /^Ask Mara/ }).waitFor()
  const face = panel.locator('.person-bar .avatar')
  await expect.poll(() => visitor.troubles.length).toBeGreaterThan(0)
  await expect.poll(() => face.locator('img').count()).toBe(0)
  expect(await face.textContent()).toBe('M')
  const told = [...visitor.troubles]
  expect(told.filter((line) => !line.includes('/pictures/'))).toEqual([])
  await panel.getByRole('button', { name: 'Close', exact: true }).click()
  await openPanel(visitor.page)
  expect(await face.textContent()).toBe('M')
  expect(visitor.troubles).toEqual(told)
})
