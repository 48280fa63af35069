// 500 live conversations in the lists: does typing stay smooth while news comes, and how long does a click take to the thread?
import { anna, atADesk, comeAll, operatorOver, words } from './desk.mjs'
import { median, tasksInWords, throttle, traced } from './work.mjs'

const count = 500
const typed = 'We have had a look at your bowl, and it is only the glaze that is marked, not the clay below it. '
const newsEach = 50
const rounds = 9

/** A third waits, a third is Anna's, a third Boris'. */
async function fill({ relay, colleague }) {
  const asked = await comeAll(relay.url, count)
  const visitors = [...asked].map(([text, visitor]) => Object.assign(visitor, { text }))
  const own = await operatorOver(relay.url, anna)
  for (const [index, { id }] of visitors.entries()) {
    if (index % 3 === 1) await own.ask('conversation:take', { conversationId: id })
    if (index % 3 === 2) await colleague.ask('conversation:take', { conversationId: id })
  }
  own.close()
  return visitors
}

/** Somebody says something every 50 ms until it is stopped. */
function flow(visitors) {
  let number = 0
  const timer = setInterval(() => {
    number += 1
    void visitors[(number * 7) % visitors.length].say(`News ${number}. ${words(number)}`)
  }, newsEach)
  return () => clearInterval(timer)
}

async function typeUnderNews(page, visitors) {
  const field = page.getByRole('textbox', { name: /^Reply to/ })
  await field.fill('')
  await field.focus()
  const stop = flow(visitors)
  const { tasks } = await traced(page, () => page.keyboard.type(typed, { delay: 60 }))
  stop()
  return tasks
}

/** Clicks rows of Anna's one after another; ms from the click until what was asked is painted, and what the page worked for it. */
async function openings(page, visitors) {
  const found = []
  for (let round = 0; round < rounds; round += 1) {
    const { id, text } = visitors[1 + round * 3]
    const { tasks, value } = await traced(page, () => clickToThread(page, id, text))
    found.push({ ms: value, cpu: tasks.reduce((sum, task) => sum + task.cpu, 0) })
    await page.waitForTimeout(300)
  }
  const [ms, cpu] = ['ms', 'cpu'].map((key) => found.map((one) => Math.round(one[key])))
  return `${median(ms)} ms (${ms.join(', ')}), processor ${median(cpu)} ms (${cpu.join(', ')})`
}

function clickToThread(page, id, text) {
  return page.evaluate(
    ([hash, wanted]) =>
      new Promise((resolve) => {
        const row = document.querySelector(`a.conversation-item[href$="${hash}"]`)
        const began = performance.now()
        row.click()
        const look = () => {
          if (!document.querySelector('[role="log"]')?.textContent.includes(wanted)) return setTimeout(look, 1)
          requestAnimationFrame(() => setTimeout(() => resolve(performance.now() - began)))
        }
        look()
      }),
    [id, text],
  )
}

const tell = (what, said) => console.log(`${what.padEnd(44)} ${said}`)

async function comeBack({ page, relay }) {
  await page.goto(`${relay.url}/inbox/`)
  await page.locator('a.conversation-item').first().waitFor()
  await page.waitForTimeout(1_000)
}

async function play(desk) {
  const { page } = desk
  await page.goto('about:blank')
  const visitors = await fill(desk)
  const { tasks } = await traced(page, () => comeBack(desk))
  tell(`come to ${count} conversations`, tasksInWords(tasks))
  await page.getByRole('button', { name: /^Team/ }).click()
  for (const factor of [1, 4]) {
    await throttle(page, factor)
    const at = factor === 1 ? '' : `, ${factor}x throttle`
    tell(`open one of ${count} conversations${at}`, await openings(page, visitors))
    tell(`type with news each ${newsEach} ms${at}`, tasksInWords(await typeUnderNews(page, visitors)))
  }
  for (const visitor of visitors) visitor.close()
}

/** Prints what it finds. */
export const measureLists = () => atADesk(play)
