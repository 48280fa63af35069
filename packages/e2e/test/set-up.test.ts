import { expect, it } from 'vitest'
import { violationsInBoth } from '../kit/axe.ts'
import { useBrowser } from '../kit/browser.ts'
import { shopPage, useHost } from '../kit/host-page.ts'
import { useRelay } from '../kit/relay.ts'
import { openPanel, search } from '../kit/widget.ts'

const browser = useBrowser()
const host = useHost()
const relay = useRelay()

it('leads a new owner from the link to first answers and a snippet that was seen at work', async () => {
  const owner = await browser.open()
  const { page } = owner
  const [token] = /#set-up=\S+/.exec(relay().output) ?? []
  await page.goto(`${relay().url}/inbox/${token}`)
  await page.getByLabel('Name visitors see').fill('Mara')
  await page.getByLabel('E-mail').fill('mara@shop.example')
  await page.getByLabel('Password', { exact: true }).fill('correct-horse-battery')
  await page.getByRole('button', { name: 'Next: your site' }).click()
  await page.getByLabel('What it is called').fill('Shop')
  await page.getByLabel('Where the widget may run').fill(host().url)
  await page.getByRole('button', { name: 'Finish and go on duty' }).click()
  await page.getByRole('heading', { name: 'Your first answers' }).waitFor()
  expect(await violationsInBoth(page)).toEqual([])
  await page.getByRole('button', { name: 'Bring them in from a file' }).click()
  const buffer = Buffer.from('question,answer\nDo you ship gongs?,Yes.')
  await page.getByLabel('Choose a file').setInputFiles({ name: 'faq.csv', mimeType: 'text/csv', buffer })
  await page.getByRole('button', { name: 'Import', exact: true }).click()
  await page.getByRole('button', { name: 'Go on' }).click()
  await page.getByText(/^Not seen yet/).waitFor()
  expect(await violationsInBoth(page)).toEqual([])
  const visitor = await browser.open()
  await visitor.page.goto(host().serve('/', shopPage(relay().url)))
  const panel = await openPanel(visitor.page)
  await search(panel, 'ship gongs')
  await panel.getByRole('option', { name: /Do you ship gongs/ }).waitFor()
  await page.getByText(`Seen on ${new URL(host().url).host}`).waitFor()
  await page.getByText(/^\d+ seconds? ago$/).waitFor()
  const sample = await page.request.post(`${relay().url}/api/entries/sample`)
  expect(await sample.json()).toMatchObject({ added: 60, changed: 0 })
  expect([...owner.troubles, ...visitor.troubles]).toEqual([])
})
