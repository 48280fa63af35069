import { neighbours } from './play.mjs'
import { visitorOn } from './visitor.mjs'
import { wordsOf } from './words.mjs'

/** The inbox before anybody has asked. */
export async function tourQuietDesk(stage) {
  await eachSize(stage, 'quiet', '#conversations')
}

/**
 * The desk gives three visitors to who is free, two wait: what is given, the conversation, the lists, one who waits.
 * Returns the last in line.
 */
export async function tourBusyDesk(stage) {
  const { anna, boris } = stage.operators
  const first = await comes(stage, neighbours.broken)
  await eachSize(stage, 'given', '#conversations', (page) => page.getByRole('link', { name: /New for you/ }).waitFor())
  await anna.opens(neighbours.broken.ask)
  const conversation = new URL(anna.page.url()).hash
  await comes(stage, neighbours.handle)
  await boris.opens(neighbours.handle.ask)
  await comes(stage, neighbours.gift)
  await anna.opens(neighbours.gift.ask)
  await (await comes(stage, neighbours.engraving)).inLine()
  const last = await comes(stage, neighbours.slovenia)
  await last.inLine()
  await goTo(anna.page, conversation)
  await talk(anna, first)
  await eachSize(stage, 'conversation', conversation)
  await eachSize(stage, 'answers', conversation, async (page) => {
    await page.getByRole('button', { name: 'Answers' }).click()
    await page.getByRole('option').first().waitFor()
  })
  await anna.page.keyboard.press('Escape')
  await eachSize(stage, 'lists', '#conversations')
  await anna.page.getByRole('link', { name: neighbours.engraving.ask.slice(0, 30) }).click()
  await eachSize(stage, 'waiting-ar', new URL(anna.page.url()).hash)
  await anna.page.getByRole('link', { name: neighbours.slovenia.ask.slice(0, 30) }).click()
  await anna.page.getByText('You have 2 of 2 conversations.').waitFor()
  await eachSize(stage, 'waiting', new URL(anna.page.url()).hash)
  return last
}

/** The places that are not conversations; visitors have searched in vain before, and said what helped. */
export async function tourPlaces(stage) {
  await teach(stage)
  await eachSize(stage, 'entries', '#entries', (page) => page.getByText('60 questions').waitFor())
  for (const place of ['searches', 'learned', 'team', 'privacy', 'settings', 'account'])
    await eachSize(stage, place, `#${place}`)
  await eachSize(stage, 'waits', '#waits', (page) => page.locator('.wait-chart canvas').last().waitFor())
  await eachSize(stage, 'palette', '#conversations', async (page) => {
    await page.keyboard.press('Control+k')
    await page.getByRole('option').first().waitFor()
  })
  await stage.operators.anna.page.keyboard.press('Escape')
  const { operator } = await (await stage.operators.boris.page.request.get(`${stage.url}/api/session`)).json()
  await eachSize(stage, 'person', `#team/${operator.id}`, (page) => page.getByLabel('Conversations at once').waitFor())
  await eachSize(stage, 'entry', '#entries/delivery-cost', (page) =>
    page.locator('.entry-aside').getByText('Standard shipping costs').first().waitFor(),
  )
  await eachSize(stage, 'attach', '#searches', async (page) => {
    await page
      .getByRole('button', { name: /^Add to an entry/ })
      .first()
      .click()
    await page.getByRole('option').first().waitFor()
  })
}

/** What the owner adds by hand, so that the list of wordings is not empty. */
async function teach({ url, operators }) {
  const { request } = operators.anna.page
  for (const [entryId, wording] of wordings) {
    const data = { entryId, locale: 'en', wording }
    const response = await request.put(`${url}/api/wordings`, { data })
    if (!response.ok()) throw new Error(`the wording ${wording} was not taken: ${response.status()}`)
  }
}

const wordings = [
  ['delivery-cost', 'price of a parcel'],
  ['delivery-cost', 'freight'],
  ['gift-card', 'voucher'],
]

/** Everybody is away, and questions have been left. */
export async function tourEmptyDesk(stage) {
  await eachSize(stage, 'away', '#conversations')
}

async function comes({ root, url, studio }, { page: address, locale = 'en', query, unknown, ask }) {
  const page = await studio.open()
  await page.goto(`${url}/demo/${address}?lang=${locale}`)
  const visitor = visitorOn(page, wordsOf(root, locale))
  await visitor.open()
  await visitor.panel.locator('.person-bar .words small').waitFor()
  if (unknown) await visitor.search(unknown)
  if (query) {
    await visitor.search(query)
    await visitor.readFirst()
    await visitor.notHelped()
  }
  await visitor.ask(ask)
  await visitor.send()
  await visitor.sees(ask)
  return visitor
}

async function talk(anna, visitor) {
  const { talk: lines, note } = neighbours.broken
  for (const [who, text] of lines) {
    if (who === 'anna') {
      await anna.replies(text)
      await visitor.sees(text)
    } else {
      await visitor.write(text)
      await anna.sees(text)
    }
  }
  await anna.notes(note)
}

/** The operator's own wide page, and the same place on a phone where they are signed in too; `act` brings the state about. */
async function eachSize({ url, studio, camera, operators }, state, hash, act = async () => undefined) {
  const { page } = operators.anna
  await goTo(page, hash)
  await act(page)
  await camera.shoot(page, `inbox-${state}.wide`)
  const phone = await studio.open({ size: 'phone', storageState: await page.context().storageState() })
  await phone.goto(`${url}/inbox/${hash}`)
  await settled(phone)
  await act(phone)
  await camera.shoot(phone, `inbox-${state}.phone`)
  await phone.context().close()
}

async function goTo(page, hash) {
  await page.evaluate((next) => {
    location.hash = next
  }, hash)
  await settled(page)
}

async function settled(page) {
  await page.locator('main').first().waitFor()
  await page.waitForLoadState('networkidle')
}
