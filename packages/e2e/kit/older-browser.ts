import type { Page } from 'playwright-core'

/** As browsers are that can't compute colours in a style sheet: what they would drop is dropped, and asked for they say so. */
export function computesNone(): void {
  const { supports } = CSS
  CSS.supports = (...asked: string[]) => !asked.join().includes('from') && Reflect.apply(supports, CSS, asked)
  const { replaceSync } = CSSStyleSheet.prototype
  CSSStyleSheet.prototype.replaceSync = function (text) {
    replaceSync.call(this, text.replace(/@supports ?\(color: ?(light-dark|oklch)/g, '@supports (color:no-$1'))
  }
}

const looked = [
  '.launcher',
  '.panel',
  '.person-bar .go',
  '.greeting',
  '.search-field .field',
  '.entry-link',
  '.contact a',
]
const properties = ['color', 'background-color', 'border-top-color', 'box-shadow', 'outline-color']

/** The colours of what is on screen, as the browser draws them: the same colour is told in many ways. */
export function coloursOn(page: Page): Promise<string> {
  return page.evaluate(
    ([looked, properties]) => {
      const pen = document.createElement('canvas').getContext('2d')
      const drawn = (colour: string): string => {
        if (!pen) throw new Error('The browser cannot draw')
        pen.clearRect(0, 0, 1, 1)
        pen.fillStyle = colour
        pen.fillRect(0, 0, 1, 1)
        return `(${[...pen.getImageData(0, 0, 1, 1).data].map((value) => Math.round(value / 4))})`
      }
      const root = document.querySelector('deskbell-widget')?.shadowRoot
      const lines = looked.flatMap((selector) => {
        const node = root?.querySelector(selector)
        if (!node) return []
        const style = getComputedStyle(node)
        return properties.map((property) => `${selector} ${property} ${style.getPropertyValue(property)}`)
      })
      return lines.map((line) => line.replace(/(rgba?|oklch|color)\([^)]*\)/g, drawn)).join('\n')
    },
    [looked, properties] as const,
  )
}
