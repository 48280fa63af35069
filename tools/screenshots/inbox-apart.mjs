import { tsImport } from 'tsx/esm/api'
import { eachSize, goTo, settled } from './each-size.mjs'
import { toTheEnd } from './whole.mjs'

const { networkOf } = await tsImport('../../packages/e2e/kit/network.ts', import.meta.url)

/** What an operator finds who is no owner, and a page that has lost its relay. */
export async function tourOperator(stage, hash) {
  const boris = { ...stage, by: 'boris' }
  await eachSize({ ...boris, camera: toTheEnd(stage.camera) }, 'own-shifts', '#roster')
  await eachSize(boris, 'owners-only', '#settings')
  await goTo(stage.operators.boris.page, '#conversations')
  for (const size of ['wide', 'phone']) await loseConnection(stage, hash, size)
}

async function loseConnection({ url, studio, camera, operators }, hash, size) {
  const storageState = await operators.anna.page.context().storageState()
  const page = await studio.open({ size, storageState })
  const network = await networkOf(page)
  await page.goto(`${url}/inbox/${hash}`)
  await settled(page)
  await page.locator('.composer-text').waitFor()
  await network.lose()
  await page.locator('.line-notice:not(.line-notice--quiet)').waitFor()
  await camera.shoot(page, `inbox-offline.${size}`)
  await page.context().close()
}
