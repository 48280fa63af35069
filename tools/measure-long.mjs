// Part of `npm run measure`: how long a conversation of 5,000 messages takes from the click to the screen.
import { tsImport } from 'tsx/esm/api'
import { startRelay } from './screenshots/relay.mjs'
import { openStudio } from './screenshots/studio.mjs'

const { signInToInbox, setDuty } = await tsImport('../packages/e2e/kit/inbox.ts', import.meta.url)
const { openPanel, askForAPerson } = await tsImport('../packages/e2e/kit/widget.ts', import.meta.url)
const { writeLong, writesFast } = await tsImport('../packages/e2e/kit/long-conversation.ts', import.meta.url)

const count = 5_000
const rounds = 5
const newest = 'The newest of all.'
const median = (values) => values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)]
const listed = (values) => values.map((value) => Math.round(value)).join(', ')

/** Clicks, and gives ms until the newest message is painted, the long tasks until then in ms, and how many bubbles there are. */
function clickToShown(page, pick) {
  return page.evaluate(
    ([wanted, selector]) =>
      new Promise((resolve) => {
        const inside = () => document.querySelector('deskbell-widget')?.shadowRoot ?? document
        const tasks = []
        const watcher = new PerformanceObserver((list) => {
          for (const { duration } of list.getEntries()) tasks.push(duration)
        })
        watcher.observe({ type: 'longtask' })
        const began = performance.now()
        inside().querySelector(selector).click()
        const look = () => {
          const log = inside().querySelector('[role="log"]')
          if (!log?.textContent.includes(wanted)) return setTimeout(look, 5)
          requestAnimationFrame(() =>
            setTimeout(() => {
              const shown = performance.now() - began
              setTimeout(() => {
                watcher.disconnect()
                resolve({ shown, tasks, bubbles: log.querySelectorAll('.message').length })
              }, 300)
            }),
          )
        }
        look()
      }),
    [newest, pick],
  )
}

const settle = (page) => page.waitForTimeout(500)

function tell(who, runs) {
  const shown = runs.map((run) => run.shown)
  const worst = runs.map((run) => Math.max(0, ...run.tasks))
  console.log(
    `${who}   ${Math.round(median(shown))} ms (${listed(shown)}), longest task ${listed(worst)} ms, ${runs[0].bubbles} messages drawn`,
  )
}

/** `setUp` makes `account` the owner of a fresh relay. */
export async function measureLong({ account, setUp }) {
  const relay = await startRelay(process.cwd(), writesFast)
  const studio = await openStudio()
  try {
    const pages = await beginLong({ relay, studio, account, setUp })
    await openLong(relay, pages)
  } finally {
    await studio.close()
    await relay.stop()
  }
}

async function beginLong({ relay, studio, account, setUp }) {
  const inbox = await studio.open()
  await setUp(inbox, relay)
  await signInToInbox(inbox, relay.url, account)
  await setDuty(inbox, true)
  const visitor = await studio.open()
  await visitor.goto(`${relay.url}/demo/?lang=en`)
  const panel = await openPanel(visitor)
  await askForAPerson(panel, 'Hello')
  await inbox.getByRole('link', { name: /Hello/ }).waitFor()
  await inbox.keyboard.press('n')
  await panel.getByRole('heading', { name: account.name }).waitFor()
  const token = await visitor.evaluate(() => JSON.parse(localStorage.getItem('deskbell')).token)
  await visitor.goto('about:blank')
  await inbox.goto('about:blank')
  const { url: relayUrl } = relay
  await writeLong({ relayUrl, token, account, count: count - 1 })
  await writeLong({ relayUrl, token, account, count: 1, textOf: () => newest, answersEvery: 1 })
  return { inbox, visitor, name: account.name }
}

async function openLong(relay, { inbox, visitor, name }) {
  const [asOperator, asVisitor] = [[], []]
  for (let round = 0; round < rounds; round += 1) {
    await inbox.goto(`${relay.url}/inbox/`)
    await inbox.getByRole('navigation', { name: 'Conversations' }).getByRole('link').first().waitFor()
    await settle(inbox)
    asOperator.push(await clickToShown(inbox, 'a.conversation-item'))
    await inbox.goto('about:blank')
    await visitor.goto(`${relay.url}/demo/?lang=en`)
    await visitor
      .getByRole('button', { name: new RegExp(name) })
      .first()
      .waitFor()
    await settle(visitor)
    asVisitor.push(await clickToShown(visitor, 'button'))
    await visitor.goto('about:blank')
  }
  tell(`${count} messages, inbox `, asOperator)
  tell(`${count} messages, widget`, asVisitor)
}
