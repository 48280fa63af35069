import { sendFiles, takeFilesBack } from './files.mjs'
import { visitorOn } from './visitor.mjs'
import { wordsOf } from './words.mjs'

/**
 * A state of the story in each of these languages, switched on the page where it stands; in light alone. The page speaks
 * English afterwards. Nothing for a state that no language changes.
 */
export async function eachLanguage({ root, url, camera, languages }, scene, state) {
  const stands = states[state]
  if (!stands || languages.length === 0) return
  // What is under way goes on in another language.
  if (state === 'file-upload') await takeFilesBack(scene.visitor)
  for (const locale of [...languages, 'en']) {
    const visitor = visitorOn(scene.visitor.page, wordsOf(root, locale))
    await scene.network.restore()
    await speak(visitor, locale)
    const undo = await stands({ ...scene, visitor, locale, url })
    await camera.shoot(visitor.page, `languages-${state}.${locale}.phone`, ['light'])
    await undo?.()
  }
}

/** Puts the widget into another language, where it is. */
export async function speak({ page, launcher }, locale) {
  await page.evaluate((tag) => window.Deskbell('locale', tag), locale)
  await page.locator(`deskbell-widget .deskbell:lang(${locale})`).waitFor({ state: 'attached' })
  await launcher.waitFor({ state: 'attached' })
}

const shows =
  (selector) =>
  async ({ visitor }) =>
    visitor.panel.locator(selector).first().waitFor()

/** What was searched for in English may be found in another language. */
const inNoLanguage = 'xyzzy qwfp'

/**
 * Waits until a state is there in its new language, and brings about again what the change has undone; gives back how to undo
 * what would be left behind.
 */
const states = {
  home: shows('.person-bar .words small'),
  'nothing-found': async ({ visitor }) => {
    await visitor.panel.locator('.search-field .field').fill(inNoLanguage)
    await visitor.panel.locator('.nothing').waitFor()
  },
  results: async ({ visitor, locale, url, said }) => {
    const { entries } = await (await fetch(`${url}/api/entries?locale=${locale}`)).json()
    await visitor.panel.locator('.search-field .field').waitFor()
    await visitor.panel
      .locator('.search-field .field')
      .fill(locale === 'en' ? said.query : entries[0].question.slice(0, 8))
    await visitor.panel.getByRole('option').first().waitFor()
  },
  entry: shows('.did-help'),
  'entry-no': ({ visitor }) => visitor.notHelped(),
  asking: shows('.asking textarea'),
  waiting: shows('.wait-notice h3'),
  'launcher-waiting': ({ visitor }) => visitor.launcher.locator('.place').waitFor(),
  talking: shows('.message--own'),
  'file-upload': async ({ visitor }) => {
    await sendFiles(visitor)
    return () => takeFilesBack(visitor)
  },
  'connection-lost': async ({ visitor, network }) => {
    await visitor.panel.locator('.message--own').first().waitFor()
    await network.lose()
    await visitor.panel.locator('.connection-note').waitFor()
  },
  transfer: shows('.message--own'),
  menu: ({ visitor }) => visitor.openMenu(),
  ended: shows('.rating'),
  rated: shows('.rating ~ .question-form'),
  'nobody-home': shows('.person-bar .words small'),
  'nobody-form': shows('#deskbell-question'),
  'question-registered': shows('.registered'),
}
