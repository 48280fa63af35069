const order = { name: 'order 20418.pdf', mimeType: 'application/pdf', buffer: Buffer.from('%PDF-1.7 an order') }
const film = { name: 'unpacking.mp4', mimeType: 'video/mp4', buffer: Buffer.from('a film') }

/** One is on its way, one is not taken. */
export async function sendFiles({ panel }) {
  await panel.locator('input[type=file]').setInputFiles([film, order])
  await panel.locator('.file-progress').waitFor()
  await panel.getByRole('alert').waitFor()
}

/** Neither is left behind. */
export async function takeFilesBack({ panel }) {
  await panel.locator('.file-progress button').click()
  await panel.getByRole('alert').locator('..').getByRole('button').last().click()
  await panel.locator('.files').waitFor({ state: 'detached' })
}
