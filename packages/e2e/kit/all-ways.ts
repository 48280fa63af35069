import type { Page } from 'playwright-core'
import { violations } from './axe.ts'
import { cutBelow, cutOff } from './cut-off.ts'

const colours = ['light', 'dark'] as const
/** The last is how an English page goes on. */
const directions = ['rtl', 'ltr'] as const
/** A window of 1,280 by 1,024 at 400 % (WCAG 1.4.10). */
const zoomed = { width: 320, height: 256 }

/**
 * What is wrong with an English page's widget as it stands: for axe, light and dark, from left to right and from right to
 * left; cut off to the side at 400 %; cut off anywhere with its text set wide. The page is left as it was.
 */
export async function wrongAllWays(page: Page): Promise<readonly object[]> {
  const wrong: object[] = []
  for (const colorScheme of colours) {
    await page.emulateMedia({ colorScheme })
    for (const dir of directions) {
      await turn(page, dir)
      for (const violation of await violations(page)) wrong.push({ colorScheme, dir, ...violation })
    }
  }
  await page.emulateMedia({ colorScheme: 'light' })
  for (const cut of await cutAt400(page)) wrong.push({ at: '400 %', cut })
  for (const cut of await cutWide(page)) wrong.push({ at: 'wide text', cut })
  return wrong
}

const turn = (page: Page, dir: string) =>
  page.evaluate((next) => {
    const frame = document.querySelector('deskbell-widget')?.shadowRoot?.querySelector<HTMLElement>('.deskbell')
    if (frame) frame.dir = next
  }, dir)

async function cutAt400(page: Page): Promise<readonly string[]> {
  const before = page.viewportSize()
  await resize(page, zoomed)
  const cut = await cutOff(page)
  await resize(page, before)
  return cut
}

async function resize(page: Page, size: typeof zoomed | null): Promise<void> {
  if (size) await page.setViewportSize(size)
  // Until it is laid out anew.
  await page.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))))
}

/** Sets all text of the widget as wide as WCAG asks it to bear (1.4.12), for a moment. */
async function cutWide(page: Page): Promise<readonly string[]> {
  const widen = (isWide: boolean) =>
    page.evaluate((wanted) => {
      const root = document.querySelector('deskbell-widget')?.shadowRoot
      if (!root) return
      const wide = new CSSStyleSheet()
      wide.replaceSync(`* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
        p { margin-block-end: 2em !important }`)
      root.adoptedStyleSheets = wanted ? [...root.adoptedStyleSheets, wide] : root.adoptedStyleSheets.slice(0, -1)
    }, isWide)
  await widen(true)
  const cut = [...(await cutOff(page)), ...(await cutBelow(page))]
  await widen(false)
  return cut
}
