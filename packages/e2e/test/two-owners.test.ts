import { expect, it } from 'vitest'
import { useBrowser } from '../kit/browser.ts'
import { openPlace, signInToInbox } from '../kit/inbox.ts'
import { mara, ownedByMara, useRelay } from '../kit/relay.ts'

const browser = useBrowser()
const relay = useRelay(() => ({ ...ownedByMara, DESKBELL_DEMO: '1' }))

async function owner() {
  const { page } = await browser.open()
  await signInToInbox(page, relay().url, mara)
  return page
}

it('keeps what two owners write in the same entry, until one decides', async () => {
  const [first, second] = [await owner(), await owner()]
  for (const page of [first, second]) await openPlace(page, 'entries/delivery-time')
  await first.getByRole('textbox', { name: 'Question' }).fill('When does the mule arrive?')
  await first.getByRole('button', { name: 'Publish', exact: true }).click()
  await first.getByText('Saved. Visitors find it from now on.').waitFor()
  const question = second.getByRole('textbox', { name: 'Question' })
  await question.fill('When does the horse arrive?')
  await second.getByRole('button', { name: 'Publish', exact: true }).click()
  await second.getByText(/^Changed meanwhile: Mara/).waitFor()
  expect(await question.inputValue()).toBe('When does the horse arrive?')
  await second.getByRole('button', { name: 'Take what is saved' }).click()
  await expect.poll(() => question.inputValue()).toBe('When does the mule arrive?')
})
