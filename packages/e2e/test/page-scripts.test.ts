// What the page's own scripts would do with what happens in the panel.
import { expect, it } from 'vitest'
import { useBrowser } from '../kit/browser.ts'
import { shopPage, useHost } from '../kit/host-page.ts'
import { ownedByMara, useRelay } from '../kit/relay.ts'
import { openHome, visitsTo } from '../kit/visits.ts'

const browser = useBrowser()
const host = useHost()
const relay = useRelay(() => ({ ...ownedByMara, DESKBELL_DEMO: '1', DESKBELL_ORIGINS: host().url }))

const shop = (options: Parameters<typeof shopPage>[1] = {}) => shopPage(relay().url, options)
const visit = visitsTo(host, browser)

it('lets no key typed in it reach the hotkeys of the page', async () => {
  const head = `<script>
    pressed = []
    for (const type of ['keydown', 'keypress', 'keyup']) {
      window.addEventListener(type, ({ key }) => pressed.push(type + ' ' + key))
      document.addEventListener(type, (event) => { if (event.key === 's') event.preventDefault() })
    }
  </script>`
  const { page } = await visit(shop({ head }))
  const panel = await openHome(page)
  // The panel holds the focus for a moment before the field has it.
  await panel.locator('input:focus').waitFor()
  await page.keyboard.type('send it back')
  await panel.getByRole('option').first().waitFor()
  expect(await panel.getByRole('combobox').inputValue()).toBe('send it back')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Escape')
  await panel.waitFor({ state: 'hidden' })
  // The launcher has the focus now.
  await page.keyboard.press('y')
  expect(await page.evaluate('pressed')).toEqual([])
  // On the page itself they are still its own.
  await page.evaluate(() => (document.activeElement as HTMLElement).blur())
  await page.keyboard.press('x')
  expect(await page.evaluate('pressed')).toEqual(['keydown x', 'keypress x', 'keyup x'])
})

it('scrolls on a page that scrolls itself', async () => {
  const head = `<script>
    wheeled = 0
    addEventListener('wheel', (event) => { event.preventDefault(); wheeled += 1 }, { passive: false })
  </script>`
  const { page } = await visit(shop({ head }), { viewport: { width: 1280, height: 420 } })
  const body = (await openHome(page)).locator('.panel-body')
  await body.hover()
  const isScrolled = async () => {
    await page.mouse.wheel(0, 40)
    return body.evaluate((element) => element.scrollTop > 0)
  }
  await expect.poll(isScrolled).toBe(true)
  expect(await page.evaluate('wheeled')).toBe(0)
  await page.mouse.move(5, 5)
  await page.mouse.wheel(0, 40)
  await expect.poll(() => page.evaluate('wheeled')).toBe(1)
})

it('gives nothing that is dropped, pasted, copied or written in it to the page', async () => {
  const { page } = await visit(shop())
  const field = (await openHome(page)).getByRole('combobox')
  const heard = await field.evaluate((element) => {
    const types = ['dragenter', 'dragover', 'dragleave', 'drop', 'paste', 'copy', 'cut', 'contextmenu', 'selectstart']
    types.push('beforeinput', 'input', 'compositionstart', 'compositionupdate', 'compositionend')
    const heardOf: string[] = []
    for (const type of types) addEventListener(type, () => heardOf.push(type))
    const dataTransfer = new DataTransfer()
    dataTransfer.items.add(new File(['A cup'], 'cup.txt'))
    const how = { bubbles: true, composed: true, cancelable: true, dataTransfer }
    const on = (target: Element) => {
      for (const type of types)
        target.dispatchEvent(type.startsWith('d') ? new DragEvent(type, how) : new Event(type, how))
    }
    on(element)
    const inside = heardOf.splice(0)
    on(document.body)
    return { inside, isHeardOutside: heardOf.length === types.length }
  })
  expect(heard).toEqual({ inside: [], isHeardOutside: true })
})
