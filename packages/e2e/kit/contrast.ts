import type { Locator } from 'playwright-core'

/** Contrast ratio (WCAG 2.2) of an element's text, edge or ring on its own ground, as the browser draws both: 1 to 21. */
export function contrastOf(
  element: Locator,
  of: 'color' | 'borderTopColor' | 'outlineColor' = 'color',
): Promise<number> {
  return element.evaluate(async (node, of) => {
    // What still changes its colour is looked at once it is done.
    getComputedStyle(node).getPropertyValue('color')
    await Promise.allSettled(node.getAnimations().map(({ finished }) => finished))
    const pen = document.createElement('canvas').getContext('2d')
    const luminanceOf = (colour: string): number => {
      if (!pen) throw new Error('The browser cannot draw')
      pen.fillStyle = colour
      pen.fillRect(0, 0, 1, 1)
      const [red = 0, green = 0, blue = 0] = [...pen.getImageData(0, 0, 1, 1).data].map((value) => {
        const channel = value / 255
        return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
      })
      return 0.2126 * red + 0.7152 * green + 0.0722 * blue
    }
    const { [of]: colour, backgroundColor } = getComputedStyle(node)
    const [light = 1, dark = 0] = [luminanceOf(colour), luminanceOf(backgroundColor)].sort((a, b) => b - a)
    return (light + 0.05) / (dark + 0.05)
  }, of)
}
