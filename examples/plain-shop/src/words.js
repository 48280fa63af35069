import english from './words/en.json'

const others = import.meta.glob(['./words/*.json', '!./words/en.json'], { import: 'default' })
let words = english

/** The word of a key in the page's language; English where the language lacks it. */
export const wordOf = (key) => words[key] ?? english[key] ?? key

/**
 * Puts the words of the page's language over the English ones that stand in the HTML. Elements say which word they hold
 * (`data-word`) or are labelled by (`data-label`); running text stays English and says so.
 */
export async function translatePage() {
  const { lang } = document.documentElement
  const load = others[`./words/${lang}.json`]
  if (!load) return
  words = await load()
  for (const element of document.querySelectorAll('[data-word]')) element.textContent = wordOf(element.dataset.word)
  for (const element of document.querySelectorAll('[data-label]')) element.ariaLabel = wordOf(element.dataset.label)
  for (const element of document.querySelectorAll('[data-prose]')) {
    element.lang = 'en'
    element.dir = 'ltr'
  }
  for (const picture of document.querySelectorAll('img')) picture.lang = 'en'
  const title = document.querySelector('title')
  if (title.dataset.word) document.title = `${wordOf(title.dataset.word)} – Holm Ceramics`
}
