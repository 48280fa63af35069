import { tsImport } from 'tsx/esm/api'
import { eachLanguage, speak } from './each-language.mjs'
import { sendFiles, takeFilesBack } from './files.mjs'
import { play } from './play.mjs'
import { screens } from './screens.mjs'
import { visitorOn } from './visitor.mjs'
import { wordsOf } from './words.mjs'

const { networkOf } = await tsImport('../../packages/e2e/kit/network.ts', import.meta.url)

/**
 * One visitor's whole way, from the first look to the end of the conversation; a picture of every state.
 * `stage` is `{ root, url, studio, camera, desk }`, `size` one of the studio's screens.
 */
export async function tellStory(stage, { size, locale }) {
  const scene = await openScene(stage, { size, locale })
  await finding(scene)
  await inLine(scene)
  await stage.desk.takes(scene.said.ask)
  await talking(scene)
  await handedOn(scene)
  await scene.visitor.page.context().close()
}

/** The same visitor on a day when nobody is there: the form, and the question with its number, on a phone and on its wide twin. */
export async function tellEmptyDesk(stage, { size, locale }) {
  const { visitor, said, shoot } = await openScene(stage, { size, locale })
  await visitor.open()
  await visitor.panel.getByRole('button').nth(3).waitFor()
  await shoot('nobody-home')
  await visitor.ask(said.question)
  await shoot('nobody-form')
  // The relay takes five questions an hour from one address.
  if (size === 'phone') {
    await visitor.send()
    await visitor.panel.getByText(/^HC-[0-9A-Z]{5}$/).waitFor()
    await shoot('question-registered')
    await visitor.page.setViewportSize(screens.wide.viewport)
    await shoot('question-registered', 'wide')
  }
  await visitor.page.context().close()
}

/** Everybody has left while this visitor waits: one page, in each language and on each screen of the variants. */
export async function tellDeserted({ camera, languages }, { page, launcher }, variants) {
  const shown = [...variants, ...languages.map((locale) => ({ locale, size: 'phone', isOfLanguages: true }))]
  for (const { locale, size, isOfLanguages } of shown) {
    await speak({ page, launcher }, locale)
    await page.setViewportSize(screens[size].viewport)
    await page.locator('deskbell-widget #deskbell-deserted').waitFor()
    if (isOfLanguages) await camera.shoot(page, `languages-deserted.${locale}.phone`, ['light'])
    else await camera.shoot(page, `widget-deserted.${locale}.${size}`)
  }
}

/** The panel's file can't be had: the launcher's own box with the contact details. */
export async function tellFailure(stage, { size, locale }) {
  const { visitor, shoot } = await openScene(stage, { size, locale })
  const { page, launcher } = visitor
  await page.route('**/assets/panel-*', (route) => route.abort())
  const fail = async () => {
    await launcher.click()
    await page.locator('deskbell-widget').getByRole('alert').waitFor()
  }
  await fail()
  await shoot('launcher-failed')
  if (size === 'phone' && locale === 'en') {
    for (const language of stage.languages) {
      await page.goto(`${stage.url}/demo/large-plate.html?lang=${language}`)
      await fail()
      await stage.camera.shoot(page, `languages-launcher-failed.${language}.phone`, ['light'])
    }
  }
  await page.context().close()
}

async function openScene(stage, { size, locale }) {
  const { root, url, studio, camera, desk, operators } = stage
  const page = await studio.open({ size, locale })
  const network = await networkOf(page)
  await page.goto(`${url}/demo/large-plate.html?lang=${locale}`)
  const visitor = visitorOn(page, wordsOf(root, locale))
  await visitor.launcher.waitFor()
  const scene = { visitor, network, desk, colleague: operators.boris, said: play[locale] }
  const isInEachLanguage = size === 'phone' && locale === 'en'
  const shoot = async (state, shown = size) => {
    await camera.shoot(page, `widget-${state}.${locale}.${shown}`)
    if (isInEachLanguage && shown === size) await eachLanguage(stage, scene, state)
  }
  return { ...scene, shoot }
}

async function finding({ visitor, said, shoot }) {
  await shoot('launcher')
  await visitor.open()
  await visitor.panel.locator('.person-bar .words small').waitFor()
  await visitor.panel.getByRole('link').first().waitFor()
  await shoot('home')
  await visitor.search(said.unknown)
  await visitor.noted()
  await shoot('nothing-found')
  await visitor.search(said.query)
  await visitor.panel.getByRole('option').first().waitFor()
  await shoot('results')
  await visitor.readFirst()
  await shoot('entry')
  await visitor.notHelped()
  await shoot('entry-no')
}

async function inLine({ visitor, said, shoot }) {
  await visitor.ask(said.ask)
  await visitor.offered()
  await shoot('asking')
  await visitor.send()
  await visitor.inLine()
  await shoot('waiting')
  await visitor.close()
  await shoot('launcher-waiting')
}

async function talking({ visitor, network, desk, said, shoot }) {
  await desk.replies(said.welcome)
  await visitor.page.locator('deskbell-widget .peek').waitFor()
  await shoot('launcher-message')
  await visitor.open()
  await visitor.sees(said.welcome)
  await visitor.write(said.thanks)
  await visitor.close()
  await desk.replies(said.promise)
  await visitor.launcher.locator('.unread').waitFor()
  await visitor.open()
  await visitor.panel.locator('.new').waitFor()
  await shoot('unread')
  await visitor.write(said.more)
  await desk.begins(said.begins)
  await visitor.panel.locator('.writing').waitFor()
  await shoot('talking')
  await sendingFiles({ visitor, shoot })
  await network.lose()
  await visitor.panel.locator('.connection-note').waitFor()
  await visitor.write(said.lost)
  await shoot('connection-lost')
  await network.restore()
  await desk.sees(said.lost)
}

/** One on its way, one that is not taken; neither is left behind. */
async function sendingFiles({ visitor, shoot }) {
  const { page, panel } = visitor
  await page.route(/\/api\/files/, () => undefined)
  await sendFiles(visitor)
  await shoot('file-upload')
  if (await panel.locator('.files').count()) await takeFilesBack(visitor)
  await page.unroute(/\/api\/files/)
}

/** Boris goes on from where Anna was, and ends it. */
async function handedOn({ visitor, desk, colleague, said, shoot }) {
  await desk.transfersTo('Boris')
  await colleague.opens(said.lost)
  await visitor.panel.getByRole('heading', { name: 'Boris' }).waitFor()
  await colleague.replies(said.bye)
  await visitor.sees(said.bye)
  await shoot('transfer')
  await visitor.openMenu()
  await shoot('menu')
  await visitor.page.keyboard.press('Escape')
  await colleague.closes()
  await visitor.panel.locator('.panel-foot .person-bar').waitFor()
  await shoot('ended')
  await visitor.saysSolved()
  await shoot('rated')
}
