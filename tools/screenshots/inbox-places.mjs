import { chartsOn, eachSize, everySize } from './each-size.mjs'
import { toTheEnd } from './whole.mjs'

/** The places that are not conversations; visitors have searched in vain before, and said what helped. */
export async function tourPlaces(stage) {
  const whole = { ...stage, camera: toTheEnd(stage.camera) }
  await teach(stage)
  await rewrite(stage)
  await eachSize(stage, 'entries', '#entries', (page) => page.getByText('60 questions').waitFor())
  for (const place of ['searches', 'learned', 'changes', 'roster', 'team', 'replies', 'alerts'])
    await eachSize(stage, place, `#${place}`)
  const drawn = (page) => page.locator('.preview-launcher').waitFor({ state: 'attached' })
  for (const place of ['settings', 'words']) await eachSize(whole, place, `#${place}`, drawn)
  for (const place of ['hours', 'privacy', 'account']) await eachSize(whole, place, `#${place}`)
  await eachSize(stage, 'order', '#entries', async (page) => {
    await page.getByRole('button', { name: 'Change the order' }).click()
    await page
      .getByRole('button', { name: /^Move down/ })
      .first()
      .waitFor()
  })
  await eachSize(stage, 'reply', '#replies', async (page) => {
    await page.getByRole('button', { name: 'New reply' }).click()
    await page.getByLabel('Name').waitFor()
  })
  await eachSize(stage, 'invitation', '#team', async (page) => {
    await page.getByRole('button', { name: 'Add an operator' }).click()
    await page.getByRole('heading', { name: 'Send this link to one person' }).waitFor()
  })
  await eachSize(stage, 'import', '#entries', bringIn)
  await eachSize(whole, 'waits', '#waits', chartsOn)
  await eachSize(stage, 'palette', '#conversations', async (page) => {
    await page.keyboard.press('Control+k')
    await page.getByRole('option').first().waitFor()
  })
  await stage.operators.anna.page.keyboard.press('Escape')
  const { operator } = await (await stage.operators.boris.page.request.get(`${stage.url}/api/session`)).json()
  await eachSize(whole, 'person', `#team/${operator.id}`, (page) => page.getByLabel('Conversations at once').waitFor())
  await newPassword(stage, operator.id)
  await tourEntry(stage)
}

async function tourEntry(stage) {
  await eachSize(stage, 'entry', '#entries/delivery-cost', (page) =>
    page.locator('.entry-aside').getByText('Standard shipping costs').first().waitFor(),
  )
  await eachSize(stage, 'entry-history', '#entries/delivery-cost', async (page) => {
    await page.locator('.entry-aside').getByText('Standard shipping costs').first().waitFor()
    await page.getByText('History').click()
    await page.locator('.entry-versions').waitFor()
    await page.locator('.entry-versions').scrollIntoViewIfNeeded()
  })
  await eachSize(stage, 'attach', '#searches', async (page) => {
    await page
      .getByRole('button', { name: /^Add to an entry/ })
      .first()
      .click()
    await page.getByRole('option').first().waitFor()
  })
}

/** Behind the link that the owner makes for a colleague who has forgotten the password. */
async function newPassword({ url, studio, camera, operators }, operatorId) {
  const { request } = operators.anna.page
  const link = await (await request.post(`${url}/api/operators/${operatorId}/password-link`)).json()
  const page = await studio.open()
  await page.goto(link.url)
  await page.getByRole('textbox', { name: 'New password' }).waitFor()
  await everySize(camera, page, 'new-password')
  await page.context().close()
}

/** What a file would change, before it does. */
async function bringIn(page) {
  await page.getByRole('button', { name: 'Import or export' }).click()
  await page.getByText('Paste instead').click()
  await page.getByLabel('The source of a page').fill(source)
  await page.getByRole('button', { name: 'Read it' }).click()
  await page.getByText(/: 1 to add, 0 to change/).waitFor()
}

const question = { '@type': 'Question', name: 'Do you glaze to order?' }
const answer = { '@type': 'Answer', text: 'Yes, from six pieces on.' }
const faqPage = { '@type': 'FAQPage', mainEntity: [{ ...question, acceptedAnswer: answer }] }
const source = `<script type="application/ld+json">${JSON.stringify(faqPage)}</script>`

/** What the owner adds by hand, so that the list of wordings is not empty. */
async function teach({ url, operators }) {
  const { request } = operators.anna.page
  for (const [entryId, wording] of wordings) {
    const data = { entryId, locale: 'en', wording }
    const response = await request.put(`${url}/api/wordings`, { data })
    if (!response.ok()) throw new Error(`the wording ${wording} was not taken: ${response.status()}`)
  }
}

/** The history of an entry begins with its first change, and every other language is older from then on. */
async function rewrite({ url, operators }) {
  const { request } = operators.anna.page
  const { entries } = await (await request.get(`${url}/api/all-entries`)).json()
  const entry = entries.find(({ id }) => id === 'delivery-cost')
  const { en } = entry.translations
  const changed = { ...en, answer: en.answer.replace('costs 4.90', 'costs 4.90 from Bergen') }
  const data = { ...entry, translations: { ...entry.translations, en: changed } }
  const response = await request.put(`${url}/api/entries/${entry.id}`, { data })
  if (!response.ok()) throw new Error(`the entry was not changed: ${response.status()}`)
}

const wordings = [
  ['delivery-cost', 'price of a parcel'],
  ['delivery-cost', 'freight'],
  ['gift-card', 'voucher'],
]
