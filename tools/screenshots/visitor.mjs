/** What a visitor does with the widget of a page; `t` gives the words on its buttons. */
export function visitorOn(page, t) {
  const widget = page.locator('deskbell-widget')
  const panel = widget.getByRole('dialog')
  const field = () => panel.getByRole('textbox').last()
  const button = (key) => panel.getByRole('button', { name: t(key), exact: true })
  const foot = () => panel.locator('.panel-foot button').last()
  return {
    page,
    panel,
    launcher: widget.locator('.launcher'),
    async open() {
      await widget.locator('.launcher').click()
      await panel.waitFor()
    },
    close: () => button('panel.close').click(),
    back: () => button('panel.back').click(),
    async search(text) {
      await panel.getByLabel(t('home.search'), { exact: true }).fill(text)
    },
    async readFirst() {
      await panel.getByRole('option').first().click()
      await button('entry.no').waitFor()
    },
    notHelped: () => button('entry.no').click(),
    /** Through the foot to the field for the words that a person will read. */
    async ask(text) {
      await foot().click()
      await field().fill(text)
    },
    send: () => foot().click(),
    async write(text) {
      await field().fill(text)
      await field().press('Enter')
      await panel.getByText(text, { exact: true }).first().waitFor()
    },
    openMenu: async () => {
      await button('panel.more').click()
      await panel.getByRole('menu').waitFor()
    },
    saysSolved: async () => {
      await button('entry.yes').click()
      await panel.getByRole('textbox').waitFor()
    },
    noted: () => panel.getByText(t('results.noted')).waitFor(),
    /** Entries that may answer what is being asked come after a pause. */
    offered: () => panel.locator('.suggestions').waitFor(),
    sees: (text) => panel.getByText(text, { exact: true }).first().waitFor(),
    deserted: () => panel.getByRole('heading', { name: t('foot.nobody') }).waitFor(),
    inLine: () => panel.locator('.wait-notice h3').waitFor(),
  }
}
