import { readdirSync, readFileSync } from 'node:fs'
import type { Page } from 'playwright-core'

const folder = new URL('../../locales/src/widget/', import.meta.url)

/** All that the widget speaks; English last, so that a page goes on in it. */
export const languages = readdirSync(folder)
  .map((file) => file.replace('.json', ''))
  .sort((a, b) => Number(a === 'en') - Number(b === 'en'))

/** The widget's own words in a language, as its file has them. */
export const wordsIn = (language: string) => JSON.parse(readFileSync(new URL(`${language}.json`, folder), 'utf8'))

/** Puts the widget of a page into one language after the other, where it is, and looks at each once `shown` is there. */
export async function inEachLanguage(page: Page, shown: string, look: (language: string) => Promise<void>) {
  for (const language of languages) {
    await page.evaluate((tag) => {
      const { Deskbell } = window as unknown as { Deskbell(call: 'locale', tag: string): void }
      Deskbell('locale', tag)
    }, language)
    await page.waitForFunction(
      ({ tag, selector }) => {
        const frame = document.querySelector('deskbell-widget')?.shadowRoot?.querySelector<HTMLElement>('.deskbell')
        return frame?.lang === tag && frame.querySelector(selector)?.checkVisibility()
      },
      { tag: language, selector: shown },
    )
    await look(language)
  }
}
