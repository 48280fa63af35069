// The page of 2,000 entries in 16 languages: how long it works to open, to filter key by key, and to scroll.
import { atADesk } from './desk.mjs'
import { tasksInWords, traced } from './work.mjs'

const count = 2_000
const locales = 'en ar cs de es fr it ja nl pl pt ru sl tr uk zh'.split(' ')
const things = ['bowl', 'teapot', 'plate', 'vase', 'mug', 'tile', 'jar', 'lamp']

/** Every seventh language is missing, so that the matrix has holes. */
function entry(number) {
  const thing = things[number % things.length]
  const translations = locales
    .filter((locale, index) => locale === 'en' || (number + index) % 7 > 0)
    .map((locale) => {
      const question = `${locale}: is the ${thing} of number ${number} safe in a dishwasher?`
      return [locale, { question, answer: `Number ${number} is. Wash the ${thing} below 60 °C.` }]
    })
  return { id: `e${number}`, category: `Kind ${number % 12}`, translations: Object.fromEntries(translations) }
}

async function bringIn(page, relayUrl) {
  for (let from = 0; from < count; from += 500) {
    const entries = Array.from({ length: 500 }, (_, index) => entry(from + index))
    const reply = await page.request.post(`${relayUrl}/api/entries/import`, { data: { entries } })
    if (!reply.ok()) throw new Error(`the entries were not taken: ${reply.status()} ${await reply.text()}`)
  }
}

const tell = (what, { tasks }) => console.log(`${`${count} entries, ${what}`.padEnd(44)} ${tasksInWords(tasks)}`)

async function play({ page, relay }) {
  await bringIn(page, relay.url)
  // The page's script is there already: what is measured is the list.
  await page.evaluate(() => {
    location.hash = 'learned'
  })
  await page.getByRole('navigation', { name: 'Entries' }).waitFor()
  const first = page.locator('[data-entry]').first()
  const open = async () => {
    await page.evaluate(() => {
      location.hash = 'entries'
    })
    await first.waitFor()
    await page.waitForTimeout(300)
  }
  tell('open', await traced(page, open))
  const field = page.getByRole('searchbox', { name: 'Find' }).or(page.getByRole('searchbox')).first()
  await field.focus()
  tell('filter by 12 keys', await traced(page, () => page.keyboard.type('teapot 1042 ', { delay: 120 })))
  const clear = async () => {
    await field.fill('')
    await first.waitFor()
    await page.waitForTimeout(300)
  }
  tell('take the filter back', await traced(page, clear))
  const scroll = async () => {
    await page.mouse.move(600, 500)
    for (let turn = 0; turn < 40; turn += 1) {
      await page.mouse.wheel(0, 900)
      await page.waitForTimeout(50)
    }
  }
  tell('scroll', await traced(page, scroll))
}

/** Prints what it finds. */
export const measureEntries = () => atADesk(play)
