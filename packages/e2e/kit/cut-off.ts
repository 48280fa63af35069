import type { Page } from 'playwright-core'

/** What of the widget lies outside the window to the side, or hides some of its own width: short descriptions. */
export const cutOff = (page: Page) =>
  page.evaluate(() => {
    const root = document.querySelector('deskbell-widget')?.shadowRoot
    return [...(root?.querySelectorAll<HTMLElement>('.deskbell *') ?? [])]
      .filter((element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
      .filter((element) => {
        const { left, right, width } = element.getBoundingClientRect()
        const isUnseen = width <= 1 || getComputedStyle(element).clipPath !== 'none'
        const scrolls =
          element.scrollWidth > element.clientWidth + 1 && getComputedStyle(element).overflowX !== 'visible'
        return !isUnseen && (left < -1 || right > innerWidth + 1 || scrolls)
      })
      .map((element) => `${element.tagName}.${element.className}: ${element.textContent?.slice(0, 30)}`)
  })

/** What hides a part of its own height; excerpts may, the whole is one press away. */
export const cutBelow = (page: Page) =>
  page.evaluate(() => {
    const root = document.querySelector('deskbell-widget')?.shadowRoot
    return [...(root?.querySelectorAll<HTMLElement>('.deskbell *') ?? [])]
      .filter((element) => element.checkVisibility({ visibilityProperty: true, opacityProperty: true }))
      .filter((element) => {
        const { overflowY, webkitLineClamp } = getComputedStyle(element)
        const hides = /hidden|clip/.test(overflowY) && webkitLineClamp === 'none' && element.clientHeight > 1
        return hides && element.scrollHeight > element.clientHeight + 1
      })
      .map((element) => `${element.tagName}.${element.className}: ${element.textContent?.slice(0, 30)}`)
  })
