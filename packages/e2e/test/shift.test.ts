import type { Page } from 'playwright-core'
import { expect, it } from 'vitest'
import { useBrowser, type WatchedPage } from '../kit/browser.ts'
import { listsOf, listsOn, type StoredDesk, show, storedDesk, textsOf, textsOn, unfold } from '../kit/compare-desk.ts'
import { CrowdVisitor, forACrowd } from '../kit/crowd.ts'
import { shopPage, useHost } from '../kit/host-page.ts'
import { joinAndGoOnDuty, onDuty, setCapacity } from '../kit/inbox.ts'
import { mara, ownedByMara, useRelay } from '../kit/relay.ts'
import { operatorsShift, visitorsShift } from '../kit/shift.ts'
import { askForAPerson, openPanel } from '../kit/widget.ts'

const browser = useBrowser()
const host = useHost()
const settings = () => ({ ...ownedByMara, ...forACrowd, DESKBELL_ORIGINS: host().url })
const relay = useRelay(settings, 'automatic')
const boris = { name: 'Boris', email: 'boris@holm.example', password: 'a different horse' }

/** `npm run bench -- inbox`: ten minutes; else a short one, with as many people. */
const isLong = process.env.DESKBELL_SHIFT === 'long'
const lasts = isLong ? 600_000 : 20_000
const thinking = isLong ? 10_000 : 5_000
const crowd = 18
const threadsRead = isLong ? 40 : 6
/** After the last word everything is on every screen within this time (ms); a transfer that nobody opens is back by then. */
const settles = 90_000

it(
  'loses no message and shows no stale list to two operators with twenty visitors, through a restart',
  async () => {
    const own = await browser.open()
    await onDuty(own.page, relay().url, mara)
    const colleague = await browser.open()
    await joinAndGoOnDuty(own.page, colleague.page, relay().url, boris)
    await setCapacity(own.page, relay().url, 10)
    await setCapacity(own.page, relay().url, 9, colleague.page)
    const guests = [await guest('Ada asks.'), await guest('Ben asks.')]
    const visitors = Array.from({ length: crowd }, () => new CrowdVisitor(relay().url))

    const pace = { until: Date.now() + lasts, thinking }
    const restarted = restartIn(lasts / 2)
    const [byMara, byBoris, ...toldEach] = await Promise.all([
      operatorsShift(own.page, 'Mara', 'Boris', pace),
      operatorsShift(colleague.page, 'Boris', 'Mara', pace),
      ...visitors.map((visitor, index) => visitorsShift(visitor, `Visitor ${index + 1}`, pace)),
    ])
    await restarted
    expect([byMara, byBoris].filter(({ told }) => told.length === 0)).toEqual([])

    for (const inbox of [own, colleague]) await unfold(inbox.page)
    const desk = await settled(own, colleague)
    const stored = [...desk.said.values()].flat()
    expect(timesIn(stored, [...toldEach.flat(), ...byMara.told, ...byBoris.told, 'Ada asks.', 'Ben asks.'])).toEqual([])
    for (const visitor of visitors) {
      await visitor.catchUp()
      for (const [id, items] of visitor.heard) expect(textsOf(items.values())).toEqual(desk.said.get(id))
    }
    for (const { page } of [own, colleague]) await readsAsStored(page, desk)
    expect([own, colleague, ...guests].flatMap(troublesOf)).toEqual([])
    console.log(
      `${lasts / 1_000} s: ${desk.heads.length} conversations, ${stored.length} messages; ` +
        [byMara, byBoris]
          .map((by) => `${by.told.length} answers, ${by.closed} closed, ${by.handedOver} handed`)
          .join('; '),
    )
    for (const visitor of visitors) visitor.close()
  },
  lasts + 600_000,
)

async function guest(words: string): Promise<WatchedPage> {
  const visitor = await browser.open()
  await visitor.page.goto(host().serve('/shop', shopPage(relay().url)))
  await askForAPerson(await openPanel(visitor.page), words)
  return visitor
}

async function restartIn(ms: number): Promise<void> {
  await new Promise((come) => setTimeout(come, ms))
  await relay().stop()
  await relay().start()
}

/** Waits until both inboxes have every conversation in the list it belongs in, by a relay that was asked meanwhile. */
async function settled(own: WatchedPage, colleague: WatchedPage): Promise<StoredDesk> {
  const idOf = async (page: Page) => (await (await page.request.get(`${relay().url}/api/session`)).json()).operator.id
  const [ownId, colleagueId] = [await idOf(own.page), await idOf(colleague.page)]
  let desk = await storedDesk(relay().url, mara)
  const both = async () => {
    desk = await storedDesk(relay().url, mara)
    const [shown, other] = [await listsOn(own.page), await listsOn(colleague.page)]
    return { shown, other, wanted: listsOf(desk, ownId), wantedOther: listsOf(desk, colleagueId) }
  }
  await expect
    .poll(async () => differences(await both()), { timeout: settles, interval: 1_000 })
    .toEqual({ own: [], colleague: [] })
  return desk
}

type Both = Record<'shown' | 'other' | 'wanted' | 'wantedOther', Record<string, string[]>>

function differences({ shown, other, wanted, wantedOther }: Both) {
  const between = (here: Record<string, string[]>, there: Record<string, string[]>) =>
    Object.keys(there).filter((name) => JSON.stringify(here[name]) !== JSON.stringify(there[name]))
  return { own: between(shown, wanted), colleague: between(other, wantedOther) }
}

/** What is not there exactly once. */
function timesIn(stored: readonly string[], told: readonly string[]): string[] {
  const counts = new Map<string, number>()
  for (const text of stored) counts.set(text, (counts.get(text) ?? 0) + 1)
  return told.flatMap((text) => (counts.get(text) === 1 ? [] : [`${text} is there ${counts.get(text) ?? 0} times`]))
}

/** The thread that was open all the time, and then others: as they are in the store, as far back as they are drawn. */
async function readsAsStored(page: Page, { said }: StoredDesk): Promise<void> {
  const openId = new URL(page.url()).hash.split('/')[1]
  const ids = [...said.keys()].filter((id) => id !== openId).slice(0, threadsRead)
  for (const id of [...(openId ? [openId] : []), ...ids]) {
    if (id !== openId) await show(page, id)
    const wanted = (said.get(id) ?? []).slice(-50)
    await expect.poll(async () => (await textsOn(page)).slice(-wanted.length), { timeout: 30_000 }).toEqual(wanted)
  }
}

/** The relay was away for a moment, which a browser says on its console. */
function troublesOf({ troubles }: WatchedPage): string[] {
  return troubles.filter((line) => !/net::ERR_|WebSocket connection to|WebSocket is already in CLOSING/.test(line))
}
