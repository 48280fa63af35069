import { operatorOn } from './desk.mjs'
import { everySize } from './each-size.mjs'
import { anna, boris } from './play.mjs'
import { startRelay } from './relay.mjs'

/** Anna sets the desk up by the printed link, Boris joins by her invitation: `{ anna, boris }`, both on duty, with pictures of the way. */
export async function openDesk({ relay, studio, camera }) {
  const owner = await studio.open()
  await setUp(owner, relay.setUpUrl, (state) => everySize(camera, owner, `set-up-${state}`))
  const colleague = await studio.open()
  const { url } = await (await owner.request.post(`${relay.url}/api/invitations`)).json()
  await colleague.goto(url)
  await describeYourself(colleague, boris)
  await everySize(camera, colleague, 'join')
  await colleague.getByRole('button', { name: 'Join the desk' }).click()
  await inInbox(colleague)
  const stranger = await studio.open()
  await stranger.goto(`${relay.url}/inbox/`)
  await stranger.getByRole('button', { name: 'Sign in' }).waitFor()
  await everySize(camera, stranger, 'sign-in')
  await stranger.context().close()
  const operators = { anna: operatorOn(owner), boris: operatorOn(colleague) }
  await operators.boris.setDuty(true)
  await setCapacity(operators.anna, operators, { relayUrl: relay.url, capacity: 2 })
  await setCapacity(operators.boris, operators, { relayUrl: relay.url, capacity: 1 })
  return operators
}

/** The step that the demo leaves out: an owner without answers, at a relay of their own. */
export async function openEmptyDesk({ root, studio, camera }) {
  const relay = await startRelay(root, { DESKBELL_DEMO: '0' })
  try {
    const page = await studio.open()
    await page.goto(relay.setUpUrl)
    await describeYourself(page, anna)
    await page.getByRole('button', { name: 'Next: your site' }).click()
    await page.getByLabel('What it is called').fill('Holm Ceramics')
    await page.getByRole('button', { name: 'Finish and go on duty' }).click()
    await page.getByRole('button', { name: 'Start from a sample' }).waitFor()
    await everySize(camera, page, 'set-up-answers')
    await page.context().close()
  } finally {
    await relay.stop()
  }
}

async function setUp(page, setUpUrl, shoot) {
  await page.goto(setUpUrl)
  await describeYourself(page, anna)
  await shoot('you')
  await page.getByRole('button', { name: 'Next: your site' }).click()
  await page.getByLabel('What it is called').waitFor()
  await shoot('site')
  await page.getByRole('button', { name: 'Finish and go on duty' }).click()
  await page.getByText('Anna, you are on duty.', { exact: false }).waitFor()
  await shoot('done')
  await page.getByRole('button', { name: 'Open the inbox' }).click()
  await inInbox(page)
}

async function describeYourself(page, { name, role, email, password }) {
  await page.getByLabel('Name visitors see').fill(name)
  await page.getByLabel('What you do').fill(role)
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
}

/** The owner, Anna, says how many conversations an operator has at once. */
export async function setCapacity(operator, { anna: owner }, { relayUrl, capacity }) {
  const { operator: known } = await (await operator.page.request.get(`${relayUrl}/api/session`)).json()
  const { id, name, languages, skills, rank } = known
  const address = `${relayUrl}/api/operators/${id}`
  const response = await owner.page.request.put(address, { data: { capacity, languages, skills, rank } })
  if (!response.ok()) throw new Error(`the capacity of ${name} was not set: ${response.status()}`)
}

/** The owner, Anna, says how visitors come to operators: `automatic`, or `by-hand`. */
export async function setRouting({ anna: owner }, { relayUrl, routing }) {
  const address = `${relayUrl}/api/settings`
  const settings = await (await owner.page.request.get(address)).json()
  const response = await owner.page.request.put(address, { data: { ...settings, routing } })
  if (!response.ok()) throw new Error(`the routing was not set: ${response.status()}`)
}

const inInbox = (page) => page.getByRole('navigation', { name: 'Conversations' }).waitFor()
