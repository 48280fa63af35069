// Three days at the inbox in short: on each 500 conversations come, are opened, answered and closed. The first fills the list of
// what was closed within a day; does the page's memory stay as it is from then on?
import { anna, atADesk, comeAll, operatorOver } from './desk.mjs'

const days = 3
const count = 500
const atOnce = 20
const lastRounds = 5
const dayMs = 24 * 3_600_000
const clockOfRelay = { NODE_OPTIONS: `--import=${new URL('days-go-by.mjs', import.meta.url)}` }

async function heap(session) {
  await session.send('HeapProfiler.collectGarbage')
  const { usedSize } = await session.send('Runtime.getHeapUsage')
  return usedSize / 1_000_000
}

/** Twenty come; each is opened on screen, says more, is answered and closed. */
async function round({ page, relay }, own) {
  const visitors = await comeAll(relay.url, atOnce)
  for (const visitor of visitors.values()) {
    await own.ask('conversation:take', { conversationId: visitor.id })
    await page.evaluate((hash) => {
      location.hash = hash
    }, `conversations/${visitor.id}`)
    await page.getByRole('textbox', { name: /^Reply to/ }).waitFor()
    await visitor.say('And what does it cost to send it?')
    await page.getByRole('log').getByText('And what does it cost').waitFor()
    const reply = page.getByRole('textbox', { name: /^Reply to/ })
    await reply.fill('Nothing, this week.')
    await reply.press('Enter')
    await page.getByRole('log').getByText('Nothing, this week.').waitFor()
    await own.ask('conversation:close', { conversationId: visitor.id })
    visitor.close()
  }
}

/** What the page holds at the end of a day: the least of the last rounds, as a page holds a little more or less at random. */
async function day(desk, own, session) {
  const { page } = desk
  const sizes = []
  for (let done = 0; done < count; done += atOnce) {
    await round(desk, own)
    await page.evaluate(() => {
      location.hash = 'conversations'
    })
    await page.getByRole('textbox', { name: /^Reply to/ }).waitFor({ state: 'detached' })
    sizes.push(await heap(session))
  }
  return Math.min(...sizes.slice(-lastRounds))
}

/** For the relay and for the page, which stays open. */
async function nextDay({ page, relay }) {
  process.kill(relay.pid, 'SIGUSR2')
  await page.evaluate((ms) => {
    const clock = Date.now
    Date.now = () => clock() + ms
  }, dayMs)
}

async function play(desk) {
  const session = await desk.page.context().newCDPSession(desk.page)
  const own = await operatorOver(desk.relay.url, anna)
  const sizes = []
  for (let number = 1; number <= days; number += 1) {
    if (number > 1) await nextDay(desk)
    sizes.push(await day(desk, own, session))
    console.log(`memory after day ${number}, ${count} conversations each`.padEnd(44), `${sizes.at(-1).toFixed(2)} MB`)
  }
  own.close()
  const [before, last] = sizes.slice(-2)
  console.log('the last day over the one before'.padEnd(44), `${((last / before - 1) * 100).toFixed(1)} %`)
}

/** Prints what it finds. */
export const measureDay = () => atADesk(play, clockOfRelay)
