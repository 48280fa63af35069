import { waitFor } from '@testing-library/preact'
import { describe, expect, it } from 'vitest'
import { entry, openPanel } from './kit/open-panel.ts'

const entries = [
  entry('arrive', 'When will my order arrive?', 'Two to four working days after we ship it.'),
  entry('broken', 'A plate arrived broken. What now?', 'Send us a photo of the plate.'),
  entry('back', 'Can I send a broken plate back?', 'Print the label and put it on the box.'),
  entry('wrap', 'Do you wrap gifts?', 'Yes, with paper and ribbon.'),
]
/** Home gets one entry; the relay searches all. */
const large = { entries, ofHome: 1 }

type Opened = Awaited<ReturnType<typeof openPanel>>
const shown = ({ see }: Opened) => see.queryAllByRole('option').map((option) => option.querySelector('b')?.textContent)

function holding() {
  let release = (): void => undefined
  const held = new Promise<void>((resolve) => {
    release = resolve
  })
  return { held, release }
}

describe('a FAQ too large for the page', () => {
  it.each([large, { entries }])('gives what a page with all entries gives (%#)', async (network) => {
    const opened = await openPanel(network)
    await opened.type('a plate came broken')
    const found = ['A plate arrived broken. What now?', 'Can I send a broken plate back?', 'When will my order arrive?']
    // What is known of the language comes with the first words.
    await waitFor(() => expect(shown(opened)).toEqual(found))
    expect(opened.network.searched.length > 0).toBe(network === large)
  })

  it('is searched by the relay once the typing rests', async () => {
    const { network, type } = await openPanel(large)
    await type('broken plate')
    expect(network.searched.length).toBeLessThan('broken plate'.length / 2)
    expect(network.searched.at(-1)?.query).toBe('broken plate')
  })

  it('opens what only the relay had', async () => {
    const { type, user, see } = await openPanel(large)
    await type('wrap gifts')
    await user.keyboard('{Enter}')
    expect(see.getByText('Yes, with paper and ribbon.')).toBeTruthy()
  })

  it('drops what is outdated', async () => {
    const opened = await openPanel(large)
    const { network, user, field } = opened
    const { held, release } = holding()
    network.held = held
    await user.type(field(), 'broken plate')
    await waitFor(() => expect(network.searched.at(-1)?.query).toBe('broken plate'))
    const outdated = network.searched.at(-1)
    network.held = undefined
    await user.type(field(), ' wrap gifts')
    await waitFor(() => expect(shown(opened)).toContain('Do you wrap gifts?'))
    expect(outdated?.signal?.aborted).toBe(true)
    const after = shown(opened)
    release()
    await held
    expect(shown(opened)).toEqual(after)
  })

  it('keeps what was found while more is typed', async () => {
    const opened = await openPanel(large)
    const { network, user, field, type } = opened
    await type('broken plate')
    const before = shown(opened)
    const { held, release } = holding()
    network.held = held
    await user.type(field(), ' label')
    await waitFor(() => expect(network.searched.at(-1)?.query).toBe('broken plate label'))
    expect(shown(opened)).toEqual(before)
    release()
    await waitFor(() => expect(shown(opened)[0]).toBe('Can I send a broken plate back?'))
  })

  it('says that it can not be searched without a connection, offers a person, and tries again', async () => {
    const { network, user, field, see } = await openPanel(large)
    network.isUp = false
    await user.type(field(), 'broken')
    expect((await see.findByRole('alert')).textContent).toContain('The answers could not be loaded.')
    expect(see.getByRole('button', { name: /Anna or Boris|question/ }).className).toContain('offered')
    network.isUp = true
    await user.click(see.getByRole('button', { name: 'Try again' }))
    expect(await see.findByText('2 answers')).toBeTruthy()
    expect(see.queryByRole('alert')).toBeNull()
  })

  it('tells the shop of a search that found nothing, once it is answered', async () => {
    const { type, network, see } = await openPanel(large)
    await type('engraving')
    expect(see.getByText('No answer for “engraving” yet.')).toBeTruthy()
    await waitFor(() => expect(network.told).toEqual([{ kind: 'nothing-found', query: 'engraving', locale: 'en' }]))
  })
})
