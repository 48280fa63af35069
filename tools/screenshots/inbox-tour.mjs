import { eachSize, everySize, goTo } from './each-size.mjs'
import { identify } from './identify.mjs'
import { tourOperator } from './inbox-apart.mjs'
import { tourGuest } from './inbox-guest.mjs'
import { key, tourLayers } from './inbox-layers.mjs'
import { neighbours } from './play.mjs'
import { visitorOn } from './visitor.mjs'
import { wordsOf } from './words.mjs'

/** The inbox before anybody has asked. */
export async function tourQuietDesk(stage) {
  await eachSize(stage, 'quiet', '#conversations')
}

/**
 * The desk gives three visitors to who is free, two wait: what is given, the conversation, the lists, one who waits.
 * Returns the last in line, who asked for a gift, and the addresses of two conversations of Anna's.
 */
export async function tourBusyDesk(stage) {
  const { anna, boris } = stage.operators
  const first = await comes(stage, neighbours.broken)
  await eachSize(stage, 'given', '#conversations', (page) => page.getByRole('link', { name: /New for you/ }).waitFor())
  await anna.opens(neighbours.broken.ask)
  const conversation = new URL(anna.page.url()).hash
  await comes(stage, neighbours.handle)
  await boris.opens(neighbours.handle.ask)
  const present = await comes(stage, neighbours.gift)
  await anna.opens(neighbours.gift.ask)
  const gift = { visitor: present, hash: new URL(anna.page.url()).hash }
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
  await tourLayers(stage, conversation)
  await tourOperator(stage, conversation)
  await eachSize(stage, 'lists', '#conversations')
  await anna.page.getByRole('link', { name: neighbours.engraving.ask.slice(0, 30) }).click()
  await eachSize(stage, 'waiting-ar', new URL(anna.page.url()).hash)
  await anna.page.getByRole('link', { name: neighbours.slovenia.ask.slice(0, 30) }).click()
  await anna.page.getByText('You have 2 of 2 conversations.').waitFor()
  await eachSize(stage, 'waiting', new URL(anna.page.url()).hash)
  await tourGuest(stage, conversation)
  return { last, conversation, gift }
}

/** The customer of the first conversation turns out to have asked for a gift too, and that can be brought in. */
export async function tourMerge(stage, { conversation, gift }) {
  const { page } = stage.operators.anna
  await page.getByRole('button', { name: 'Back to the lists' }).click()
  await goTo(page, gift.hash)
  await page.getByRole('textbox', { name: /^Reply to/ }).waitFor()
  await key(page, 'f')
  await page.getByRole('button', { name: /^In a week/ }).click()
  await page.getByText(/put off; it comes back to you/).waitFor()
  await everySize(stage.camera, page, 'undo')
  await identify(stage, gift.visitor.page)
  await gift.visitor.page.reload()
  await gift.visitor.open()
  await goTo(page, conversation)
  await page.getByRole('button', { name: 'Bring a question in here' }).waitFor()
  await eachSize(stage, 'merge', conversation, async (one) => {
    await one.getByRole('textbox', { name: /^Reply to/ }).waitFor()
    await key(one, 'b')
    await one.getByRole('dialog', { name: 'Bring a question in here' }).waitFor()
  })
}

/** Everybody is away, and questions have been left. */
export async function tourEmptyDesk(stage) {
  await eachSize(stage, 'away', '#conversations')
  await eachSize(stage, 'question', '#conversations', async (page) => {
    await page
      .getByRole('link', { name: /HC-[0-9A-Z]{5}/ })
      .first()
      .click()
    await page
      .getByRole('textbox', { name: /^Reply to/ })
      .or(page.getByRole('button', { name: 'Take it' }))
      .waitFor()
  })
  await eachSize(stage, 'closed', '#conversations', async (page) => {
    await page.getByRole('button', { name: 'All conversations' }).click()
    await page.getByRole('region', { name: 'All conversations' }).getByRole('link').first().waitFor()
  })
}

async function comes(stage, { page: address, locale = 'en', query, unknown, ask, isKnown }) {
  const { root, url, studio } = stage
  const page = await studio.open()
  if (isKnown) await identify(stage, page)
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
