// A desk with as many conversations as wanted: Anna and Boris answer, visitors come over sockets.
import { tsImport } from 'tsx/esm/api'
import { startRelay } from '../screenshots/relay.mjs'
import { openStudio } from '../screenshots/studio.mjs'

const { signInToInbox, setDuty, setCapacity } = await tsImport('../../packages/e2e/kit/inbox.ts', import.meta.url)
const crowd = await tsImport('../../packages/e2e/kit/crowd.ts', import.meta.url)
export const { operatorOver } = crowd
export const anna = { email: 'anna@holm.example', password: 'a bell for every desk', name: 'Anna' }
const boris = { email: 'boris@holm.example', password: 'another bell for a desk', name: 'Boris' }

async function post(request, url, data) {
  const reply = await request.post(url, { data })
  if (!reply.ok()) throw new Error(`${url} was answered with ${reply.status()}`)
  return reply.json()
}

/**
 * Anna at the inbox, Boris over a socket; both on duty, with room for everybody. `play` gets both and the relay, which is started
 * with these `changes` to its variables.
 */
export async function atADesk(play, changes = {}) {
  const relay = await startRelay(process.cwd(), { ...crowd.forACrowd, ...changes })
  const studio = await openStudio()
  let colleague
  try {
    const page = await studio.open()
    const token = relay.setUpUrl.split('#set-up=')[1]
    const site = { token, siteName: 'Holm Ceramics', locale: 'en', origins: [] }
    await post(page.request, `${relay.url}/api/set-up`, { ...anna, ...site })
    await page.context().clearCookies()
    await signInToInbox(page, relay.url, anna)
    await setCapacity(page, relay.url, 1_000)
    const settings = await (await page.request.get(`${relay.url}/api/settings`)).json()
    await page.request.put(`${relay.url}/api/settings`, { data: { ...settings, routing: 'by-hand' } })
    await setDuty(page, true)
    colleague = await joined(studio, page, relay.url)
    await play({ relay, studio, page, colleague })
    if (studio.troubles.length > 0) throw new Error(`pages threw errors:\n${studio.troubles.join('\n')}`)
  } finally {
    // A socket that came again and again would keep this process at work.
    colleague?.close()
    await studio.close()
    await relay.stop()
  }
}

async function joined(studio, owner, relayUrl) {
  const { url } = await post(owner.request, `${relayUrl}/api/invitations`, {})
  const page = await studio.open()
  const join = await page.request.post(`${relayUrl}/api/join`, { data: { token: url.split('#join=')[1], ...boris } })
  if (!join.ok()) throw new Error(`Boris did not join: ${join.status()}`)
  await setCapacity(owner, relayUrl, 1_000, page)
  await page.context().close()
  const colleague = await operatorOver(relayUrl, boris)
  await colleague.ask('duty:set', { isOnDuty: true })
  return colleague
}

/** So many visitors who have asked, by the words they asked with. */
export async function comeAll(relayUrl, count) {
  const all = new Map()
  while (all.size < count) {
    const first = all.size + 1
    const some = Array.from({ length: Math.min(20, count - all.size) }, (_, index) => {
      const number = first + index
      return [`Question ${number}: ${words(number)}`, new crowd.CrowdVisitor(relayUrl)]
    })
    await Promise.all(some.map(([text, visitor]) => visitor.ask(text)))
    for (const [text, visitor] of some) all.set(text, visitor)
  }
  return all
}

export const words = (number) =>
  'The glaze of the blue bowl has a fine crack near the rim. '.repeat(1 + (number % 3)).trim()
