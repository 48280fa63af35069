import axe from 'axe-core'
import type { Page } from 'playwright-core'

/** One rule that a page breaks, and where: selectors from the page down into open shadow roots. */
export interface Violation {
  readonly rule: string
  readonly help: string
  readonly where: readonly string[]
}

const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']

/**
 * What axe finds against WCAG 2.2 AA on the whole page, open shadow roots included, or inside one element of the page.
 * It is run by the browser itself, so a content security policy of the page does not keep it out.
 */
export async function violations(page: Page, within?: string): Promise<Violation[]> {
  // Half a megabyte of source goes to a page once, not at every look.
  if (!(await page.evaluate(() => 'axe' in globalThis))) await page.evaluate(axe.source)
  const found = await page.evaluate(
    async ({ tags, selector }) => {
      // Beside the body, where the widget stands, axe measures no contrast: it can't tell what lies behind a text.
      const [widget, page] = [document.querySelector('html > deskbell-widget'), document.documentElement]
      const put = (place: Element) =>
        widget && (place as unknown as { moveBefore: Element['insertBefore'] }).moveBefore(widget, null)
      // What is still fading in has other colours for a moment.
      const roots = [document, widget?.shadowRoot]
      const comings = roots
        .flatMap((root) => root?.getAnimations() ?? [])
        .filter(({ effect }) => effect?.getComputedTiming().iterations !== Infinity)
      await Promise.allSettled(comings.map(({ finished }) => finished))
      const { axe: inPage } = globalThis as unknown as { axe: typeof import('axe-core') }
      // axe leaves this rule out unless it is named, though WCAG 2.2 AA has it.
      const rules = { 'target-size': { enabled: true } }
      const resultTypes = ['violations' as const]
      put(document.body)
      const results = await inPage
        .run(selector ?? globalThis.document, { runOnly: tags, rules, resultTypes })
        .finally(() => put(page))
      return results.violations.map(({ id, help, nodes }) => ({ id, help, targets: nodes.map((node) => node.target) }))
    },
    { tags: standards, selector: within },
  )
  return found.map(({ id, help, targets }) => ({
    rule: id,
    help,
    where: targets.map((target) => target.flat().join(' ')),
  }))
}

/** The same in dark and in light, on a page that follows its browser; it is left in light. */
export async function violationsInBoth(page: Page): Promise<(Violation & { theme: string })[]> {
  const found = []
  for (const theme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme: theme })
    for (const violation of await violations(page)) found.push({ theme, ...violation })
  }
  return found
}
