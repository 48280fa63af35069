import { expect, it } from 'vitest'
import { png } from '../attacks/kit/files.ts'
import { violations } from '../kit/axe.ts'
import { useBrowser, type Visit } from '../kit/browser.ts'
import { shopPage, useHost } from '../kit/host-page.ts'
import { onDuty, setCapacity } from '../kit/inbox.ts'
import { mara, ownedByMara, useRelay } from '../kit/relay.ts'
import { reply, thread } from '../kit/thread.ts'
import { askForAPerson, openPanel } from '../kit/widget.ts'

const browser = useBrowser()
const host = useHost()
const relay = useRelay(() => ({ ...ownedByMara, DESKBELL_DEMO: '1', DESKBELL_ORIGINS: host().url }), 'automatic')

const plate = { name: 'broken plate.png', mimeType: 'image/png', buffer: png(900) }
const invoice = { name: 'invoice 20418.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 an invoice') }
const open = (name: string) => `Open ${name} in a new tab`

/** Mara answers Petr, who has asked her something. */
async function talk(question: string, visit: Visit = {}) {
  const operator = await browser.open()
  await onDuty(operator.page, relay().url, mara)
  await setCapacity(operator.page, relay().url, 50)
  const visitor = await browser.open(visit)
  await visitor.page.goto(host().serve('/', shopPage(relay().url)))
  const panel = await openPanel(visitor.page)
  await askForAPerson(panel, question)
  await operator.page.getByText(question).first().click()
  await panel.getByRole('heading', { name: 'Mara' }).waitFor()
  const input = panel.locator('input[type=file]')
  return { operator, visitor, panel, choose: (files: object) => input.setInputFiles(files as never) }
}

it('takes what a visitor chooses, and shows it on their side', async () => {
  const { visitor, panel, choose } = await talk('My plate came broken')
  await choose([plate, invoice])
  const picture = panel.getByRole('link', { name: open('broken plate.webp') })
  await picture.getByRole('img', { name: 'broken plate.webp' }).waitFor()
  const sizes = (img: HTMLImageElement) => [img.naturalWidth, img.width, img.height]
  await expect.poll(() => picture.locator('img').evaluate(sizes)).toEqual([640, 240, 240])
  const link = panel.getByRole('link', { name: 'invoice 20418.pdf' })
  expect(await link.textContent()).toBe('invoice 20418.pdfPDF · 1 kB')
  const address = (await link.getAttribute('href')) ?? ''
  expect(await (await visitor.page.request.get(address)).text()).toBe('%PDF-1.7 an invoice')
  expect(await violations(visitor.page)).toEqual([])
  expect(visitor.troubles).toEqual([])
})

it('sends a picture along with the first message, and nothing before that', async () => {
  const operator = await browser.open()
  await onDuty(operator.page, relay().url, mara)
  await setCapacity(operator.page, relay().url, 50)
  const visitor = await browser.open()
  await visitor.page.goto(host().serve('/', shopPage(relay().url)))
  const sent: string[] = []
  visitor.page.on('request', (request) => request.method() === 'POST' && sent.push(new URL(request.url()).pathname))
  const panel = await openPanel(visitor.page)
  await panel.getByRole('button', { name: /^Ask / }).click()
  const film = { name: 'film.mp4', mimeType: 'video/mp4', buffer: Buffer.from('a film') }
  await panel.locator('input[type=file]').setInputFiles([plate, film])
  await panel.getByRole('img', { name: 'broken plate.png' }).waitFor()
  await panel
    .getByRole('alert')
    .getByText(/^Only pictures/)
    .waitFor()
  expect(await violations(visitor.page)).toEqual([])
  await panel.getByRole('button', { name: 'Cancel sending film.mp4' }).click()
  await panel.getByRole('textbox', { name: 'Your message' }).fill('It came like this')
  expect(sent).toEqual([])
  await panel.getByRole('button', { name: /^Send to / }).click()
  await panel.getByRole('link', { name: open('broken plate.webp') }).waitFor()
  expect(sent).toEqual(['/api/files'])
  await operator.page
    .getByText(/^(It came like this|1 file)$/)
    .first()
    .click()
  await thread(operator.page)
    .getByRole('link', { name: open('broken plate.webp') })
    .waitFor()
  expect([...visitor.troubles, ...operator.troubles]).toEqual([])
})

it('refuses what it does not take at once, and takes back what is cancelled', async () => {
  const { visitor, panel, choose } = await talk('May I send a film?')
  await choose([{ name: 'film.mp4', mimeType: 'video/mp4', buffer: Buffer.from('a film') }])
  await panel.getByText(/^Not sent\. Only pictures/).waitFor()
  await panel.getByRole('button', { name: 'Remove' }).click()
  await choose([{ name: 'large.txt', mimeType: 'text/plain', buffer: Buffer.alloc(10 * 1024 * 1024 + 1, 'x') }])
  await panel.getByText('Not sent. This file is larger than 10 MB.').waitFor()
  await panel.getByRole('button', { name: 'Remove' }).click()
  await visitor.page.route(/\/api\/files/, () => undefined)
  await choose([invoice])
  await panel.getByText('Sending 0%').waitFor()
  await panel.getByRole('button', { name: 'Cancel sending invoice 20418.pdf' }).click()
  await expect.poll(() => panel.getByText('invoice 20418.pdf').count()).toBe(0)
})

it('sends by itself what was chosen while the relay was away, and shows it after a reload', async () => {
  const { visitor, panel, choose } = await talk('Where is my order?')
  await relay().stop()
  await choose([invoice])
  // Not even what sends files is there yet.
  await panel.getByRole('button', { name: 'Try again' }).waitFor()
  await relay().start()
  await panel.getByRole('link', { name: invoice.name }).waitFor()
  await relay().stop()
  await choose([plate])
  await panel.getByText(/^Not sent\. It did not get through/).waitFor()
  await panel.getByRole('button', { name: 'Try again' }).waitFor()
  await relay().start()
  await panel.getByRole('link', { name: open('broken plate.webp') }).waitFor()
  await visitor.page.reload()
  const again = await openPanel(visitor.page)
  await again.getByRole('link', { name: open('broken plate.webp') }).waitFor()
})

it('keeps a file that was sent until its message is with the relay', async () => {
  const { visitor, panel, choose } = await talk('Here is my receipt')
  await visitor.page.route(/\/api\/files/, async (route) => {
    const response = await route.fetch()
    await relay().stop()
    await route.fulfill({ response })
  })
  await choose([invoice])
  await panel.getByText('Kept, goes out when you are back online').waitFor()
  await panel.getByRole('link', { name: invoice.name }).waitFor()
  await relay().start()
  await panel.getByText(/^(Sent|Delivered|Read)( |$)/).waitFor()
  await expect.poll(() => panel.getByRole('link', { name: invoice.name }).count()).toBe(1)
})

it('takes what is pasted into the panel and dropped on it, and leaves pasted text to the field', async () => {
  const { panel } = await talk('It is in the table')
  const bring = (type: 'paste' | 'drop', name: string, text = '') =>
    panel.getByRole('log').evaluate(
      (log, [kind, called, also]) => {
        const brought = new DataTransfer()
        brought.items.add(new File(['one;two'], called ?? '', { type: 'text/csv' }))
        if (also) brought.setData('text/plain', also)
        const init = { bubbles: true, cancelable: true, composed: true }
        const event =
          kind === 'paste'
            ? new ClipboardEvent('paste', { ...init, clipboardData: brought })
            : new DragEvent('drop', { ...init, dataTransfer: brought })
        return log.dispatchEvent(event)
      },
      [type, name, text],
    )
  expect(await bring('paste', 'cells.csv', 'one two')).toBe(true)
  expect(await bring('paste', 'pasted.csv')).toBe(false)
  expect(await bring('drop', 'dropped.csv')).toBe(false)
  await panel.getByRole('link', { name: 'pasted.csv' }).waitFor()
  await panel.getByRole('link', { name: 'dropped.csv' }).waitFor()
  expect(await panel.getByText('cells.csv').count()).toBe(0)
})

it('opens the choice of files by keyboard, and gives the focus back', async () => {
  const { visitor, panel } = await talk('Only keys here')
  const attach = panel.getByRole('button', { name: 'Attach a file or picture' })
  const isFocused = () => attach.evaluate((one) => one.matches(':focus'))
  // The view that has just come gives the focus a place of its own, once.
  const tabBack = async () => {
    await panel.getByRole('textbox').focus()
    await visitor.page.keyboard.press('Shift+Tab')
    return isFocused()
  }
  // Asked for before the key: the browser needs a moment to be told that nobody is there to choose.
  const chooser = visitor.page.waitForEvent('filechooser')
  await expect.poll(tabBack, { timeout: 10_000 }).toBe(true)
  await visitor.page.keyboard.press('Enter')
  await (await chooser).setFiles([invoice])
  await panel.getByRole('link', { name: invoice.name }).waitFor()
  expect(await isFocused()).toBe(true)
})

it('shows an operator what came, and what the operator attaches to the visitor', async () => {
  const { operator, panel, choose } = await talk('How do I send it back?')
  await choose([plate])
  await thread(operator.page)
    .getByRole('link', { name: open('broken plate.webp') })
    .waitFor()
  const input = operator.page.locator('input[type=file]')
  await input.setInputFiles([{ name: 'film.mp4', mimeType: 'video/mp4', buffer: Buffer.from('a film') }])
  await operator.page.getByText(/^Only pictures/).waitFor()
  await operator.page.getByRole('button', { name: 'Remove film.mp4' }).click()
  await input.setInputFiles([invoice])
  await operator.page.getByRole('button', { name: `Remove ${invoice.name}` }).waitFor()
  await operator.page.reload()
  await operator.page.getByRole('button', { name: `Remove ${invoice.name}` }).waitFor()
  expect(await violations(operator.page)).toEqual([])
  await reply(operator.page, 'With this label')
  await panel.getByText('With this label').waitFor()
  await panel.getByRole('link', { name: invoice.name }).waitFor()
})

it('takes a file that was sent by mistake away from both sides at once, and puts it back', async () => {
  const { operator, panel } = await talk('Is there an invoice?')
  await operator.page.locator('input[type=file]').setInputFiles([invoice])
  await operator.page.getByRole('button', { name: `Remove ${invoice.name}` }).waitFor()
  await reply(operator.page, '')
  const link = panel.getByRole('link', { name: invoice.name })
  const address = (await link.getAttribute('href')) ?? ''
  await thread(operator.page)
    .getByRole('button', { name: `Delete ${invoice.name}` })
    .click()
  await panel.getByText('File deleted').waitFor()
  await thread(operator.page).getByText('File deleted').waitFor()
  expect((await fetch(address)).status).toBe(404)
  await operator.page.getByRole('button', { name: 'Undo' }).click()
  await link.waitFor()
  await thread(operator.page).getByRole('link', { name: invoice.name }).waitFor()
  expect((await fetch(address)).status).toBe(200)
})
