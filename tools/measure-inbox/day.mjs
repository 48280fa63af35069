// A day at the inbox in short: 500 conversations come, are opened, answered and closed. Does the page's memory stay as it is?
import { anna, atADesk, comeAll, operatorOver } from './desk.mjs'

const count = 500
const atOnce = 20
/** The first rounds fill what is kept once: scripts, words, the day's lists. */
const warmUp = 5

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

async function play(desk) {
  const { page, relay } = desk
  const session = await page.context().newCDPSession(page)
  const own = await operatorOver(relay.url, anna)
  const sizes = []
  for (let done = 0; done < count; done += atOnce) {
    await round(desk, own)
    await page.evaluate(() => {
      location.hash = 'conversations'
    })
    await page.getByRole('textbox', { name: /^Reply to/ }).waitFor({ state: 'detached' })
    sizes.push(await heap(session))
  }
  own.close()
  const [first, last] = [sizes[warmUp - 1], sizes.at(-1)]
  const grown = Math.round((last / first - 1) * 100)
  console.log(`memory after ${warmUp * atOnce} conversations`.padEnd(44), `${first.toFixed(1)} MB`)
  console.log(`memory after ${count} conversations`.padEnd(44), `${last.toFixed(1)} MB (${grown} % more)`)
}

/** Prints what it finds. */
export const measureDay = () => atADesk(play)
