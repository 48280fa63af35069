const mostPixels = 3000

/** A camera whose pictures show a page to its end: on a screen as high as what would have to be scrolled. */
export function toTheEnd(camera) {
  return {
    ...camera,
    async shoot(page, name) {
      const screen = page.viewportSize()
      const below = await page.evaluate(belowTheScreen)
      await page.setViewportSize({ ...screen, height: Math.min(mostPixels, screen.height + below) })
      await camera.shoot(page, name)
      await page.setViewportSize(screen)
    },
  }
}

function belowTheScreen() {
  const parts = [document.scrollingElement, ...document.querySelectorAll('.page-body')]
  return Math.max(...parts.map(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight))
}
