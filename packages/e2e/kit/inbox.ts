import type { Page } from 'playwright-core'
import type { Account } from './account.ts'

/** Signs in by the form and waits for the lists. */
export async function signInToInbox(page: Page, relayUrl: string, { email, password }: Account): Promise<void> {
  await page.goto(`${relayUrl}/inbox/`)
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await page.getByRole('navigation', { name: 'Conversations' }).waitFor()
}

/** By the duty menu, as a person does; nothing where it is so already. */
export async function setDuty(page: Page, isOnDuty: boolean): Promise<void> {
  const wanted = page.getByRole('button', { name: isOnDuty ? /^(?!go)\S+ on duty$/i : /^(?!go)\S+ away$/i })
  const other = page.getByRole('button', { name: isOnDuty ? /^(?!go)\S+ away$/i : /^(?!go)\S+ on duty$/i })
  await wanted.or(other).waitFor()
  if (await wanted.isVisible()) return
  await other.click()
  const menu = page.getByRole('dialog', { name: 'You' })
  await menu.getByRole('button', { name: isOnDuty ? 'Go on duty' : 'Go away' }).click()
  await wanted.waitFor()
}

export async function onDuty(page: Page, relayUrl: string, account: Account): Promise<void> {
  await signInToInbox(page, relayUrl, account)
  await setDuty(page, true)
}

/** The signed-in owner says how many conversations somebody signed in has at once; themselves, if nobody else is named. */
export async function setCapacity(owner: Page, relayUrl: string, capacity: number, somebody = owner): Promise<void> {
  const { operator } = await (await somebody.request.get(`${relayUrl}/api/session`)).json()
  const { id, languages, skills, rank } = operator
  const data = { capacity, languages, skills, rank }
  const response = await owner.request.put(`${relayUrl}/api/operators/${id}`, { data })
  if (!response.ok()) throw new Error(`The capacity was not set: ${response.status()}`)
}

/** The owner's invitation, used by a colleague through the page it leads to; the colleague is on duty then. */
export async function joinAndGoOnDuty(owner: Page, colleague: Page, relayUrl: string, account: Account): Promise<void> {
  const { url } = await (await owner.request.post(`${relayUrl}/api/invitations`)).json()
  await colleague.goto(url)
  await colleague.getByLabel('Name visitors see').fill(account.name)
  await colleague.getByLabel('E-mail').fill(account.email)
  await colleague.getByLabel('Password', { exact: true }).fill(account.password)
  await colleague.getByRole('button', { name: 'Join the desk' }).click()
  await colleague.getByRole('navigation', { name: 'Conversations' }).waitFor()
  await setDuty(colleague, true)
}

/** A place under Entries, opened anew, so that what was stored meanwhile is there. */
export async function openPlace(page: Page, place: string): Promise<void> {
  const go = (hash: string) =>
    page.evaluate((next) => {
      location.hash = next
    }, hash)
  await go('conversations')
  await page.getByRole('navigation', { name: 'Conversations' }).waitFor()
  await go(place)
  await page.getByRole('navigation', { name: 'Entries' }).waitFor()
  await page.waitForLoadState('networkidle')
}
