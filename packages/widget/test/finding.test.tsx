import { waitFor } from '@testing-library/preact'
import { describe, expect, it, onTestFinished } from 'vitest'
import { entry, openPanel, seatPanel } from './kit/open-panel.ts'

const chosen = (see: Awaited<ReturnType<typeof openPanel>>['see']) =>
  see.getByRole('option', { selected: true }).querySelector('b')?.textContent

describe('home', () => {
  it('shows the entries of this page apart from the others', async () => {
    const { see } = await openPanel({}, 'returns')
    const lists = see.getAllByRole('list').map((list) => list.textContent)
    expect(lists[0]).toBe('A plate arrived broken. What now?')
    expect(lists[1]).toContain('When will my order arrive?')
    expect(lists[1]).not.toContain('arrived broken')
  })

  it('greets in the site’s language, too, where the owner has no words in the visitor’s, from the first moment on', async () => {
    const { seat, see, panel, network } = await seatPanel({ isUp: false })
    Object.assign(seat.settings, { greeting: { locale: 'de', text: 'Moin.' } })
    panel.open()
    const greeting = await see.findByText('Moin.')
    expect(greeting.lang).toBe('de')
    expect(greeting.closest('.greeting')?.textContent).toBe('Hello. What would you like to know?Moin. Only in German')
    network.isUp = true
    network.desk = { ...network.desk, texts: { foreignGreeting: { locale: 'de', text: 'Tag.' } } }
    dispatchEvent(new Event('online'))
    await see.findByText('Tag.')
    network.desk = { ...network.desk, texts: { greeting: 'Ahoy.' } }
    dispatchEvent(new Event('online'))
    expect((await see.findByText('Ahoy.')).textContent).toBe('Ahoy.')
  })

  it.each([
    ['/help/Shop-News/', 'Shop news'],
    ['/shop-news.html', 'Shop news'],
    ['/%E9%85%8D%E9%80%81/1', '配送'],
    ['/%E0%A4%A/returns', 'returns'],
    ['/shop/#/help/Shop-News?page=2', 'Shop news'],
    ['/#!/returns', 'returns'],
    ['/returns#/', 'returns'],
    ['/shopping', undefined],
    ['/cups#returns', undefined],
  ])('takes the entries of this page from its address where it names no topic: %s', async (path, found) => {
    history.replaceState({}, '', path)
    onTestFinished(() => history.replaceState({}, '', '/'))
    const entries = ['Shop news', '配送', 'returns', ''].map((category) =>
      entry(category, `About ${category}`, 'It is so.', { category }),
    )
    const { see } = await openPanel({ entries })
    const heading = see.queryByRole('heading', { name: 'On this page' })
    expect(heading?.parentElement?.querySelector('button')?.textContent).toBe(found && `About ${found}`)
  })

  it.each([
    [['back', 'broken'], undefined, ['Answers', 'back', 'broken', 'arrive', 'teller']],
    [['teller', 'back', 'arrive', 'broken'], undefined, ['Most read', 'teller', 'back', 'arrive', 'broken']],
    [['teller', 'broken', 'back', 'arrive'], 'returns', ['Most read', 'teller', 'back', 'arrive']],
  ])('puts what is read most first, and says so where all below it are: %j %s', async (mostRead, topic, listed) => {
    const { see } = await openPanel({ mostRead }, topic)
    const heading = see.getByRole('heading', { name: /Answers|Most read/ })
    const entries = heading.parentElement?.querySelectorAll('button') ?? []
    expect([heading.textContent?.trim(), ...[...entries].map(({ dataset }) => dataset.entry)]).toEqual(listed)
  })

  it('says how else the shop is reached', async () => {
    const { see } = await openPanel()
    expect(see.getByRole('link', { name: 'hello@holm.example' }).getAttribute('href')).toBe('mailto:hello@holm.example')
    expect(see.getByRole('link', { name: '+47 55 01 20 40' }).getAttribute('href')).toBe('tel:+4755012040')
  })

  it('says that the answers could not be loaded, offers a person all the same, and tries again', async () => {
    const { see, network, user } = await openPanel({ isUp: false })
    expect((await see.findByRole('alert')).textContent).toContain('The answers could not be loaded.')
    expect(see.getByRole('button', { name: /Leave a question/ })).toBeTruthy()
    network.isUp = true
    await user.click(see.getByRole('button', { name: 'Try again' }))
    expect(await see.findByRole('button', { name: 'When will my order arrive?' })).toBeTruthy()
  })
})

describe('results', () => {
  it('finds while Mara types, marks what matches and keeps the caret in the field', async () => {
    const { see, type, field, root } = await openPanel()
    await type('arrived broken')
    expect(chosen(see)).toBe('A plate arrived broken. What now?')
    expect([...root.querySelectorAll('mark')].map((mark) => mark.textContent)).toContain('broken')
    expect(root.activeElement).toBe(field())
  })

  it('moves the choice by arrow keys, round its ends, and opens it by Enter', async () => {
    const { see, type, user, field } = await openPanel()
    await type('broken')
    const [first, last] = see.getAllByRole('option')
    await user.keyboard('{ArrowUp}')
    expect(see.getByRole('option', { selected: true })).toBe(last)
    expect(field().getAttribute('aria-activedescendant')).toBe(see.getByRole('option', { selected: true }).id)
    await user.keyboard('{ArrowDown}')
    expect(see.getByRole('option', { selected: true })).toBe(first)
    const question = chosen(see)
    await user.keyboard('{Enter}')
    expect(see.getByRole('heading', { level: 3 }).textContent).toBe(question)
  })

  it('is as it was when Mara comes back from an entry', async () => {
    const { see, type, user, field } = await openPanel()
    await type('broken')
    await user.keyboard('{ArrowDown}')
    const question = chosen(see)
    await user.keyboard('{Enter}')
    await user.click(see.getByRole('button', { name: 'Back' }))
    expect(field().value).toBe('broken')
    expect(chosen(see)).toBe(question)
  })

  it('says of an entry that it is only in German', async () => {
    const { see, type } = await openPanel()
    await type('Teller')
    expect(see.getByRole('option', { selected: true }).textContent).toContain('Only in German')
    expect(see.getByText(/Einzelne/).closest('b')?.lang).toBe('de')
  })

  it('are counted in one place that is there before, so that a screen reader hears it', async () => {
    const { see, type, root, user } = await openPanel()
    const said = root.querySelector('.results-said')
    expect(said?.getAttribute('role')).toBe('status')
    expect(said?.textContent).toBe('')
    await type('broken')
    expect(said?.textContent).toBe('2 answers')
    await user.click(see.getByRole('button', { name: 'Clear the search' }))
    await type('engraving')
    expect(said?.textContent).toContain('No answer for “engraving” yet.')
    expect(root.querySelector('.results-said')).toBe(said)
    expect(see.queryByRole('listbox')).toBeNull()
    await user.click(see.getByRole('button', { name: 'Clear the search' }))
    expect(said?.textContent).toBe('')
  })

  it('says at home, too, which entries are only in German, and once where all are', async () => {
    const { see, panel, root } = await openPanel()
    expect(see.getByRole('button', { name: /Einzelne Teller/ }).textContent).toContain('Only in German')
    panel.close()
    root.host.remove()
    const german = await openPanel({
      entries: ['Teller', 'Tassen'].map((name) => entry(name, name, 'Ja.', { locale: 'de' })),
    })
    expect(german.see.getByRole('heading', { name: 'Answers Only in German' })).toBeTruthy()
    expect(german.see.getAllByText('Only in German')).toHaveLength(1)
  })

  it('goes home when the field is cleared', async () => {
    const { see, type, user, field, root } = await openPanel()
    await type('broken')
    await user.click(see.getByRole('button', { name: 'Clear the search' }))
    expect(see.getByText('Hello. What would you like to know?')).toBeTruthy()
    expect(root.activeElement).toBe(field())
  })
})

describe('nothing found', () => {
  it('says so, offers a person and tells the shop once', async () => {
    const { see, type, network } = await openPanel()
    await type('engraving')
    expect(see.getByText('No answer for “engraving” yet.')).toBeTruthy()
    expect(see.getByText(/Anna or Boris can tell you/)).toBeTruthy()
    await waitFor(() => see.getByText(/We have noted/))
    expect(network.told).toEqual([{ kind: 'nothing-found', query: 'engraving', locale: 'en' }])
  })

  it('offers a question where the line is beyond the owner’s limit', async () => {
    const { see, type, network } = await openPanel()
    network.desk = { ...network.desk, line: { isFormFirst: true } }
    dispatchEvent(new Event('online'))
    await type('engraving')
    expect(await see.findByText('Leave it as a question; your words come along.')).toBeTruthy()
  })

  it('does not claim to have noted what never reached the shop', async () => {
    const { see, type, network } = await openPanel()
    network.isUp = false
    await type('engraving')
    await waitFor(() => expect(network.asked).toContain('POST /api/feedback'))
    expect(see.queryByText(/We have noted/)).toBeNull()
  })

  it('keeps silent about one or two letters', async () => {
    const { see, user, field } = await openPanel()
    await user.type(field(), 'zx')
    expect(see.queryByText(/No answer/)).toBeNull()
  })
})
