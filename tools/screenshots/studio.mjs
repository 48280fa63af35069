import { chromium } from 'playwright-core'
import { tsImport } from 'tsx/esm/api'

const { findBrowser } = await tsImport('../../packages/e2e/kit/find-browser.ts', import.meta.url)

const args = [
  '--no-sandbox',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]

const screens = {
  wide: { viewport: { width: 1280, height: 800 }, deviceScaleFactor: 1.25 },
  phone: { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, hasTouch: true, isMobile: true },
}

/**
 * One browser for all pictures. `open` gives a page in a context of its own: `size` is `wide` or `phone`, `locale` a
 * language tag, `storageState` what a signed-in colleague has. `troubles` holds every error a page threw, as one line each.
 */
export async function openStudio() {
  const { executablePath, env } = await findBrowser(process.env)
  const browser = await chromium.launch({ executablePath, env: { ...process.env, ...env }, args })
  const troubles = []
  return {
    troubles,
    async open({ size = 'wide', locale = 'en-GB', ...more } = {}) {
      const look = { ...screens[size], locale, reducedMotion: 'reduce' }
      const context = await browser.newContext({ ...look, timezoneId: 'Europe/Berlin', ...more })
      context.setDefaultTimeout(20_000)
      context.on('weberror', (each) => troubles.push(each.error().message))
      return context.newPage()
    },
    close: () => browser.close(),
  }
}
