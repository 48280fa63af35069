import { eachSize } from './each-size.mjs'

/** What opens over a conversation and over its lists; `hash` is the address of one that Anna has. */
export async function tourLayers(stage, hash) {
  const { page: wide } = stage.operators.anna
  for (const [state, open] of Object.entries(overConversation)) {
    await eachSize(stage, state, hash, async (page) => {
      await page.getByRole('textbox', { name: /^Reply to/ }).waitFor()
      await open(page)
    })
    await close(wide)
  }
  await eachSize(stage, 'duty', '#conversations', async (page) => {
    await page.getByRole('button', { name: /^Anna on duty$/i }).click()
    await page.getByRole('dialog', { name: 'You' }).waitFor()
  })
  await close(wide)
  await eachSize(stage, 'search', '#conversations', async (page) => {
    await page.getByRole('searchbox', { name: 'Search conversations' }).fill('plate')
    await page.getByRole('region', { name: 'Found' }).getByRole('link').first().waitFor()
  })
  await wide.getByRole('searchbox', { name: 'Search conversations' }).press('Escape')
}

const overConversation = {
  'canned-replies': async (page) => {
    await page.getByRole('textbox', { name: /^Reply to/ }).press('/')
    await page.getByRole('dialog', { name: 'Insert a canned reply' }).getByRole('option').first().waitFor()
  },
  transfer: async (page) => {
    await key(page, 't')
    await page.getByRole('radio').first().waitFor()
  },
  invite: async (page) => {
    await key(page, 'i')
    await page.getByRole('dialog', { name: 'Ask a colleague to join' }).waitFor()
  },
  'follow-up': async (page) => {
    await key(page, 'f')
    await page.getByRole('dialog', { name: 'Put off until' }).waitFor()
  },
  label: async (page) => {
    await key(page, 'l')
    await page.getByRole('dialog', { name: 'What was it about?' }).waitFor()
  },
  keys: async (page) => {
    await key(page, '?')
    await page.getByRole('dialog').waitFor()
  },
  card: onCard,
  block: async (page) => {
    await onCard(page)
    await page.getByRole('button', { name: 'Block…' }).click()
    await page.getByRole('dialog').waitFor()
  },
  erase: async (page) => {
    await onCard(page)
    await page.getByRole('button', { name: 'Erase…' }).click()
    await page.getByRole('dialog').waitFor()
  },
}

/** Keys are those of the desk only outside a field. */
export async function key(page, pressed) {
  await page.keyboard.press('Escape')
  await page.keyboard.press(pressed)
}

/** About the visitor: beside the conversation, or in its place. */
async function onCard(page) {
  const card = page.getByRole('complementary', { name: /^About / })
  if (!(await card.isVisible())) await key(page, 'c')
  await card.waitFor()
}

async function close(page) {
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
}
