import { mkdirSync } from 'node:fs'
import { join } from 'node:path'

const themes = ['light', 'dark']

/** Takes pictures into a folder. `shoot(page, 'home.en.wide')` makes `home.en.wide.light.png` and its dark twin. */
export function createCamera(folder) {
  mkdirSync(folder, { recursive: true })
  const taken = []
  return {
    taken,
    async shoot(page, name) {
      for (const colorScheme of themes) {
        await page.emulateMedia({ colorScheme })
        await page.evaluate(() => document.fonts.ready.then(() => new Promise((drawn) => requestAnimationFrame(drawn))))
        const file = `${name}.${colorScheme}.png`
        await page.screenshot({ path: join(folder, file), animations: 'disabled' })
        taken.push(file)
      }
      await page.emulateMedia({ colorScheme: themes[0] })
    },
  }
}
