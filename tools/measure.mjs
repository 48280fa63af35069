// `npm run measure`: the relay's memory when idle, how long a message takes from one screen to the other on loopback, and the parts
// named below; `-- messages|long|store|lists|entries|day` for some of them.
import { readFileSync } from 'node:fs'
import { loadavg } from 'node:os'
import { setTimeout as after } from 'node:timers/promises'
import { tsImport } from 'tsx/esm/api'
import { measureDay } from './measure-inbox/day.mjs'
import { measureEntries } from './measure-inbox/entries.mjs'
import { measureLists } from './measure-inbox/lists.mjs'
import { measureLargeStore } from './measure-large-store.mjs'
import { measureLong } from './measure-long.mjs'
import { startRelay } from './screenshots/relay.mjs'
import { openStudio } from './screenshots/studio.mjs'

const { signInToInbox, setDuty } = await tsImport('../packages/e2e/kit/inbox.ts', import.meta.url)
const { openPanel, askForAPerson } = await tsImport('../packages/e2e/kit/widget.ts', import.meta.url)
const rounds = 5
const settling = 10_000
const anna = { email: 'anna@holm.example', password: 'a bell for every desk', name: 'Anna' }

function residentMegabytes(pid) {
  const [, kilobytes] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? []
  return Number(kilobytes) / 1000
}

const median = (values) => values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)]

/** Resolves with the moment (ms since 1970) the text is painted in the place a selector names. */
function painted(page, text) {
  return page.evaluate(
    (wanted) =>
      new Promise((resolve) => {
        const look = () => {
          const widget = document.querySelector('deskbell-widget')?.shadowRoot
          const log = (widget ?? document).querySelector('[role="log"]')
          if (log?.textContent.includes(wanted)) requestAnimationFrame(() => resolve(Date.now()))
          else setTimeout(look, 1)
        }
        look()
      }),
    text,
  )
}

async function onTheOtherScreen({ who, from, field, to }) {
  const times = []
  for (let round = 0; round < rounds + 1; round += 1) {
    const text = `${who}, round ${round}`
    await field.fill(text)
    const seen = painted(to, text)
    const pressedAt = await field.evaluate((element) => {
      const pressedAt = Date.now()
      element.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }))
      return pressedAt
    })
    times.push((await seen) - pressedAt)
    await from.waitForTimeout(300)
  }
  return times.slice(1)
}

async function setUp(page, { url, setUpUrl }) {
  const token = setUpUrl.split('#set-up=')[1]
  const data = { ...anna, token, siteName: 'Holm Ceramics', locale: 'en', origins: [] }
  const reply = await page.request.post(`${url}/api/set-up`, { data })
  if (!reply.ok()) throw new Error(`the desk was not set up: ${reply.status()}`)
  await page.context().clearCookies()
}

async function measure() {
  const relay = await startRelay(process.cwd())
  const studio = await openStudio()
  try {
    await after(settling)
    console.log(`relay, idle, resident memory   ${residentMegabytes(relay.pid).toFixed(0)} MB`)
    const inbox = await studio.open()
    await setUp(inbox, relay)
    await signInToInbox(inbox, relay.url, anna)
    await setDuty(inbox, true)
    const visitor = await studio.open()
    await visitor.goto(`${relay.url}/demo/?lang=en`)
    const panel = await openPanel(visitor)
    await askForAPerson(panel, 'Hello')
    // The desk gives it to whoever is free; N opens what was given.
    await inbox.getByRole('link', { name: /Hello/ }).waitFor()
    await inbox.keyboard.press('n')
    await panel.getByRole('heading', { name: 'Anna' }).waitFor()
    const reply = inbox.getByRole('textbox', { name: /^Reply to/ })
    const toVisitor = await onTheOtherScreen({ who: 'operator', from: inbox, field: reply, to: visitor })
    const toOperator = await onTheOtherScreen({
      who: 'visitor',
      from: visitor,
      field: panel.getByRole('textbox').last(),
      to: inbox,
    })
    console.log(`message, operator to visitor    ${median(toVisitor)} ms (${toVisitor.join(', ')})`)
    console.log(`message, visitor to operator    ${median(toOperator)} ms (${toOperator.join(', ')})`)
    console.log(`load of the machine             ${loadavg()[0].toFixed(1)}`)
  } finally {
    await studio.close()
    await relay.stop()
  }
}

const parts = {
  messages: measure,
  long: () => measureLong({ account: anna, setUp }),
  store: measureLargeStore,
  lists: measureLists,
  entries: measureEntries,
  day: measureDay,
}
const wanted = process.argv.slice(2)
for (const [name, part] of Object.entries(parts)) if (wanted.length === 0 || wanted.includes(name)) await part()
