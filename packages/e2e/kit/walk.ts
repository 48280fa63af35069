import type { Locator, Page } from 'playwright-core'
import { openPanel, search } from './widget.ts'

/** The words by which this walk finds its way, in the visitor's language. */
export interface Words {
  lang: string
  label: RegExp
  search: string
  query: string
  no: string
}
export const english: Words = {
  lang: 'en',
  label: /^Help/,
  search: 'Search the answers',
  query: 'delivery time',
  no: 'No',
}
export const arabic: Words = { lang: 'ar', label: /./, search: 'البحث في الإجابات', query: 'التوصيل', no: 'لا' }

type Look = (state: string) => Promise<void>

/** From the launcher to a place in line, looking at every state on the way. */
export async function walkToTheLine(page: Page, words: Words, look: Look): Promise<Locator> {
  await look('launcher')
  const panel = await openPanel(page, words.label)
  await panel.locator('.entry-list').first().waitFor()
  await look('home')
  await search(panel, 'xyzzy qwfp', words.search)
  await panel.locator('.nothing').waitFor()
  await look('nothing found')
  await search(panel, words.query, words.search)
  await panel.getByRole('option').first().waitFor()
  await look('results')
  await panel.getByRole('option').first().click()
  await panel.getByRole('button', { name: words.no, exact: true }).click()
  await look('entry, no help')
  await panel.locator('.panel-foot button').click()
  await panel.getByRole('textbox').first().waitFor()
  await look('asking')
  await panel.getByRole('textbox').first().fill('20418')
  await panel.locator('.panel-foot button[type=submit]').click()
  await panel.locator('.wait-notice').waitFor()
  await look('waiting')
  return panel
}
