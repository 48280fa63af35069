import { everySize, goTo } from './each-size.mjs'
import { key } from './inbox-layers.mjs'

/** Boris answers beside Anna in the conversation with this address: he is asked, both are there, he is first, he goes. */
export async function tourGuest({ camera, operators }, hash) {
  const { anna, boris } = operators
  const leave = boris.page.getByRole('article').getByRole('button', { name: 'Leave' })
  const before = new URL(boris.page.url()).hash
  await goTo(anna.page, hash)
  await key(anna.page, 'i')
  const dialog = anna.page.getByRole('dialog', { name: 'Ask a colleague to join' })
  await dialog.getByRole('button', { name: 'Ask Boris to join' }).click()
  await goTo(boris.page, hash)
  await boris.page.getByRole('article').getByText('Anna asks you to join').waitFor()
  await everySize(camera, boris.page, 'invited')
  await key(boris.page, 'n')
  await leave.waitFor()
  const reply = anna.page.getByRole('textbox', { name: /^Reply to/ })
  await reply.fill('It leaves today, and by Friday it')
  await boris.replies('I have packed it already: it will be there on Thursday.')
  await anna.sees('I have packed it already: it will be there on Thursday.')
  await reply.press('Enter')
  await anna.page.getByRole('alert').filter({ hasText: 'Boris' }).waitFor()
  await anna.page.getByText('Boris is asked to join.').waitFor({ state: 'detached' })
  await everySize(camera, anna.page, 'stopped')
  await anna.page.getByRole('alert').getByRole('button').click()
  await leave.click()
  await goTo(boris.page, before)
}
