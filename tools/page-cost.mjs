// `npm run page-cost -- [arguments of the harness]`: what the widget costs the demo shop, by the harness DESKBELL_PAGE_COST.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { tsImport } from 'tsx/esm/api'
import { startShop } from './page-cost/shop.mjs'
import { openDesk, setCapacity } from './screenshots/opening.mjs'
import { startRelay } from './screenshots/relay.mjs'
import { openStudio } from './screenshots/studio.mjs'

const { findBrowser } = await tsImport('../packages/e2e/kit/find-browser.ts', import.meta.url)

/**
 * What a visitor does in the open panel to reach a person: the foot, a question, send. Run in the page, each press and
 * each text a task of its own, as a browser has them.
 */
const asksAPerson = `(async () => {
  const root = document.querySelector('deskbell-widget').shadowRoot
  const found = async (selector) => {
    for (;;) {
      await new Promise((later) => setTimeout(later, 50))
      const element = root.querySelector(selector)
      if (element) return element
    }
  }
  ;(await found('.panel-foot button')).click()
  const field = await found('textarea')
  field.value = 'Do you deliver to Maribor?'
  field.dispatchEvent(new Event('input', { bubbles: true }))
  ;(await found('.panel-foot button[type=submit]')).click()
})()`

/** The arguments by which the harness plays the stages of a visit to `url`: loaded, opened, chat connected. */
function visitOf(url, relayUrl) {
  return [
    ...['--with', url, '--without', `${url}?without`],
    ...['--own', relayUrl, '--own', relayUrl.replace('http', 'ws')],
    ...['--open', 'deskbell-widget .launcher', '--ready', 'deskbell-widget .entry-list button'],
    ...['--start', `js:${asksAPerson}`, '--started', 'deskbell-widget [role=log]'],
  ]
}

async function run(root, args) {
  const harness = resolve(root, process.env.DESKBELL_PAGE_COST ?? '../shared/tools/page-cost.mjs')
  if (!existsSync(harness)) throw new Error(`No harness in ${harness}: set DESKBELL_PAGE_COST to page-cost.mjs`)
  let relay
  const shop = await startShop(root, () => relay.url)
  let studio
  try {
    relay = await startRelay(root, { DESKBELL_ORIGINS: shop.url })
    studio = await openStudio()
    const operators = await openDesk({ relay, studio, camera: { shoot: async () => undefined } })
    // Every run ends in a conversation, never in line.
    await setCapacity(operators.anna, operators, { relayUrl: relay.url, capacity: 100 })
    const { executablePath, env } = await findBrowser(process.env)
    const visit = visitOf(`${shop.url}/index.html`, relay.url)
    return await exitCodeOf(
      spawn(process.execPath, [harness, ...visit, ...args], {
        cwd: root,
        stdio: 'inherit',
        env: { ...process.env, ...env, DESKBELL_CHROMIUM: executablePath },
      }),
    )
  } finally {
    await studio?.close()
    await relay?.stop()
    shop.stop()
  }
}

const exitCodeOf = (child) => new Promise((done) => child.on('exit', (code) => done(code ?? 1)))

try {
  process.exitCode = await run(process.cwd(), process.argv.slice(2))
} catch (error) {
  console.error(error.message)
  process.exitCode = 1
}
