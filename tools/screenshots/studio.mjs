import { chromium } from 'playwright-core'
import { tsImport } from 'tsx/esm/api'
import { startRelay } from './relay.mjs'
import { screens } from './screens.mjs'

const { findBrowser } = await tsImport('../../packages/e2e/kit/find-browser.ts', import.meta.url)

const args = [
  '--no-sandbox',
  '--disable-quic',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
]

/**
 * One browser for all pictures. `open` gives a page in a context of its own: `size` is one of `screens`, `locale` a
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

/** One machine plays every visitor. */
const manyVisitors = {
  DESKBELL_MAX_SOCKETS_PER_ADDRESS: '1000',
  DESKBELL_RATE_BURST: '10000',
  DESKBELL_RATE_PER_SECOND: '1000',
}

/** Plays with a relay and a studio of its own, which end afterwards; throws where a page threw an error meanwhile. */
export async function inStudio(root, play) {
  const relay = await startRelay(root, manyVisitors)
  let studio
  try {
    studio = await openStudio()
    await play({ relay, studio })
    if (studio.troubles.length > 0) throw new Error(`pages threw errors:\n${studio.troubles.join('\n')}`)
  } finally {
    await studio?.close()
    await relay.stop()
  }
}
