import type { Page } from 'playwright-core'
import type { CrowdVisitor } from './crowd.ts'
import { closeByKey, reply } from './thread.ts'

/** What is done by hand takes at most this long (ms), or is left: a restart came in between. */
const patience = 10_000

interface Pace {
  /** When everybody stops, in ms since 1970. */
  until: number
  /** How long a visitor thinks before they write on, in ms, on average. */
  thinking: number
}

/** Numbers from 0 to 1 that are the same in every run. */
function chanceFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) % 4_294_967_296
    return state / 4_294_967_296
  }
}

const isOver = ({ until }: Pace) => Date.now() >= until

/** Asks, writes on, loses the connection now and then, and asks anew where it was closed. Gives all that was acknowledged. */
export async function visitorsShift(visitor: CrowdVisitor, name: string, pace: Pace): Promise<string[]> {
  const chance = chanceFrom(name.length * 7_919 + Number(name.replace(/\D/g, '')))
  const told = [`${name} asks, 0.`]
  await visitor.ask(told[0] as string)
  for (let number = 1; !isOver(pace); number += 1) {
    // People write when they have thought, not when something is on screen.
    await new Promise((thought) => setTimeout(thought, pace.thinking * (0.3 + 1.4 * chance())))
    if (isOver(pace)) break
    if (chance() < 0.08) visitor.drop()
    const text = `${name} writes, ${number}.`
    if (!(await visitor.say(text))) await visitor.ask(text)
    told.push(text)
  }
  return told
}

export interface OperatorsShift {
  /** What was seen to leave the composer. */
  told: string[]
  closed: number
  handedOver: number
}

/** Answers who is new or has written, by hand as a person does; closes some, hands some to the colleague, takes from the line. */
export async function operatorsShift(page: Page, name: string, colleague: string, pace: Pace): Promise<OperatorsShift> {
  page.setDefaultTimeout(patience)
  const chance = chanceFrom(name.length)
  const done: OperatorsShift = { told: [], closed: 0, handedOver: 0 }
  for (let number = 1; !isOver(pace); number += 1) {
    try {
      if (!(await openWhoNeedsMe(page))) continue
      const text = `${name} answers, ${number}.`
      await reply(page, text)
      done.told.push(text)
      await whatNow()
    } catch (problem) {
      // Somebody else was faster, or the relay was away: the next one.
      if (!/Timeout/.test(String(problem))) throw problem
    }
  }
  return done

  async function whatNow(): Promise<void> {
    const dice = chance()
    if (dice < 0.25) {
      await closeByKey(page)
      done.closed += 1
    } else if (dice < 0.5) {
      if (await handOver(page, colleague)) done.handedOver += 1
    }
  }
}

/** The first row of one's own that is new; else the next in line, if there is one. */
async function openWhoNeedsMe(page: Page): Promise<boolean> {
  await page.keyboard.press('Escape')
  const mine = page.getByRole('region', { name: 'Mine' })
  const row = mine.locator('a[data-unread], a:has(.given-row)').first()
  if (!(await row.isVisible())) await page.keyboard.press('n')
  const isThere = await row.waitFor({ timeout: 1_000 }).then(
    () => true,
    () => false,
  )
  if (!isThere) return false
  // Nobody writes before the conversation they chose is the one on screen. What the row says may change its place meanwhile.
  const chosen = `a[href="${await row.getAttribute('href')}"]`
  await mine.locator(chosen).click()
  await mine.locator(`${chosen}[aria-current]`).waitFor()
  await page.getByRole('textbox', { name: /^Reply to/ }).waitFor()
  // Nor before what was said is there to be read: beside a colleague's answer that was not seen the relay would refuse it.
  await page.locator('[role="log"][aria-busy="false"]').waitFor()
  return true
}

/** False where the colleague has no room. */
async function handOver(page: Page, colleague: string): Promise<boolean> {
  await page.keyboard.press('Escape')
  await page.keyboard.press('t')
  const dialog = page.getByRole('dialog', { name: /^Transfer/ })
  try {
    const radio = dialog.getByRole('radio', { name: new RegExp(colleague) })
    await radio.waitFor()
    if (await radio.isDisabled()) return false
    await radio.check()
    await dialog.getByRole('button', { name: `Transfer to ${colleague}` }).click()
    await dialog.waitFor({ state: 'hidden' })
    return true
  } finally {
    if (await dialog.isVisible()) await page.keyboard.press('Escape')
  }
}
