import { tsImport } from 'tsx/esm/api'

const { setDuty } = await tsImport('../../packages/e2e/kit/inbox.ts', import.meta.url)

/** What an operator does in the inbox of a page, in English. */
export function operatorOn(page) {
  const thread = page.getByRole('log', { name: 'Messages' })
  const sees = (text) => thread.getByText(text, { exact: true }).waitFor()
  const field = page.getByRole('textbox', { name: /^Reply to/ })
  return {
    page,
    sees,
    /** Opens the conversation whose last words these are, which the desk has given to this operator. */
    async opens(words) {
      await page.getByRole('link', { name: words.slice(0, 30) }).click()
      await sees(words)
      await field.waitFor()
    },
    /** Opens the conversation whose last words these are, and takes it. */
    async takes(words) {
      await page.getByRole('link', { name: words.slice(0, 30) }).click()
      // Until it is shown, the button may still be that of the conversation before.
      await sees(words)
      await page.getByRole('button', { name: 'Take it' }).click()
      await field.waitFor()
    },
    async replies(text) {
      await field.fill(text)
      await field.press('Enter')
      await sees(text)
    },
    async notes(text) {
      await page.keyboard.press('Escape')
      await page.keyboard.press('m')
      await page.getByRole('textbox', { name: 'Note for your team' }).fill(text)
      await page.getByRole('button', { name: 'Add note' }).click()
      await sees(text)
      await page.getByRole('button', { name: 'back to reply' }).click()
      await field.waitFor()
    },
    /** Slowly: that somebody writes is told every few seconds at most, and the reply before has used that up. */
    begins: (text) => field.pressSequentially(text, { delay: 350 }),
    /** Hands the open conversation to a colleague on duty who has room. */
    async transfersTo(name) {
      // What was begun would stay as a draft.
      await field.fill('')
      await page.keyboard.press('Escape')
      await page.keyboard.press('t')
      await page.getByRole('radio', { name: new RegExp(`^${name}`) }).check()
      await page.getByRole('button', { name: `Transfer to ${name}` }).click()
    },
    async closes() {
      await page.keyboard.press('Escape')
      await page.keyboard.press('e')
      await page.getByRole('button', { name: 'Undo' }).waitFor()
    },
    setDuty: (isOnDuty) => setDuty(page, isOnDuty),
  }
}
