import type { Page } from 'playwright-core'

/** Style sheets of host pages that would reach into anything, by what they do. */
export const hostileStyles = {
  'unsets everything': '* { all: unset !important }',
  'shows nothing': 'html > *, div, button, svg, input, section, deskbell-widget { display: none !important }',
  'shouts at everything':
    '* { font: 30px/3 fantasy !important; color: red !important; text-transform: uppercase !important; letter-spacing: 9px !important; direction: rtl !important; visibility: hidden !important; margin: 20px !important; opacity: 1 !important; transition: all 1s !important; writing-mode: vertical-rl !important }',
  'has a root of 40 px': 'html { font-size: 40px } body { font-size: 3rem }',
  'moves its body':
    'body { transform: rotate(3deg) scale(0.8); filter: blur(1px); perspective: 10px; zoom: 2; position: fixed; inset: 30%; overflow: hidden; contain: strict; clip-path: inset(40%) }',
}

/** Where everything in the widget stands and how it looks. */
export const faceOf = (page: Page) =>
  page.evaluate(() => {
    const root = document.querySelector('deskbell-widget')?.shadowRoot
    return [...(root?.querySelectorAll('.deskbell, .deskbell *:not(path)') ?? [])].map((element) => {
      const { x, y, width, height } = element.getBoundingClientRect()
      const { display, visibility, color, font, letterSpacing, textTransform, direction } = getComputedStyle(element)
      const box = [x, y, width, height].map(Math.round)
      const look = [display, visibility, color, font, letterSpacing, textTransform, direction]
      return [element.localName, ...box, ...look].join(' ')
    })
  })
