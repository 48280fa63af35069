const themes = ['light', 'dark']
const quality = 70

/**
 * A camera that keeps its pictures: `taken` has `{ name, theme, webp }`, the last in base64. `shoot` takes names as the
 * one of `npm run screenshots` does, and says what it has. Of a shop on a wide screen only the corner with the widget is kept.
 */
export function createRoll() {
  const taken = []
  return {
    taken,
    async shoot(page, name, shown = themes) {
      const devtools = await page.context().newCDPSession(page)
      for (const theme of shown) {
        await page.emulateMedia({ colorScheme: theme })
        await page.evaluate(() => document.fonts.ready.then(() => new Promise((drawn) => requestAnimationFrame(drawn))))
        const clip = await clipOf(page, name)
        const { data: webp } = await devtools.send('Page.captureScreenshot', { format: 'webp', quality, clip })
        taken.push({ name, theme, webp })
      }
      console.log(`${taken.length} ${name}`)
      await page.emulateMedia({ colorScheme: themes[0] })
      await devtools.detach()
    },
  }
}

const corner = { width: 440, height: 760 }

async function clipOf(page, name) {
  const { width, height } = page.viewportSize()
  if (!/^widget-.*\.(wide|large)$/.test(name)) return { x: 0, y: 0, width, height, scale: 0.75 }
  const { x } = await page.locator('deskbell-widget .launcher').boundingBox()
  return { ...corner, x: x < width / 2 ? 0 : width - corner.width, y: height - corner.height, scale: 1 }
}
