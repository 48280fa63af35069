import { describe, expect, it } from 'vitest'
import { entry, openPanel } from './kit/open-panel.ts'

const question = 'When will my order arrive?'
const opened = (entryId: string) => ({ kind: 'read', entryId, locale: 'en' })

async function openEntry() {
  const panel = await openPanel()
  await panel.user.click(await panel.see.findByRole('button', { name: question }))
  return panel
}

describe('an entry', () => {
  it('shows the answer and puts focus on its title', async () => {
    const { see, root } = await openEntry()
    expect(see.getByText('Two to four working days after we ship it.')).toBeTruthy()
    expect(root.activeElement?.textContent).toBe(question)
  })

  it('tells the shop whether it helped, without saying who', async () => {
    const { see, user, network } = await openEntry()
    await user.click(see.getByRole('button', { name: 'Yes' }))
    await user.click(see.getByRole('button', { name: 'Yes', pressed: true }))
    expect(see.getByText(/Thank you/)).toBeTruthy()
    expect(network.told).toEqual([opened('arrive'), { kind: 'helped', entryId: 'arrive', locale: 'en', helped: true }])
  })

  it('tells the search that led to it, and none where it was opened at home', async () => {
    const { see, user, type, network } = await openPanel()
    await type('arrived broken')
    await user.keyboard('{Enter}')
    await user.click(see.getByRole('button', { name: 'Yes' }))
    await user.click(see.getByRole('button', { name: 'Back' }))
    await user.click(see.getByRole('button', { name: 'Clear the search' }))
    await user.click(see.getByRole('button', { name: 'A plate arrived broken. What now?' }))
    await user.click(see.getByRole('button', { name: 'No' }))
    const about = { kind: 'helped', entryId: 'broken', locale: 'en' }
    expect(network.told).toEqual([
      opened('broken'),
      { ...about, helped: true, query: 'arrived broken' },
      { ...about, helped: false },
    ])
  })

  it('is told to the shop as opened once a page, in the language of its words', async () => {
    const { see, user, network } = await openEntry()
    const openAgain = async (name: string | RegExp) => {
      await user.click(see.getByRole('button', { name: 'Back' }))
      await user.click(see.getByRole('button', { name }))
    }
    await openAgain(question)
    await openAgain(/Einzelne Teller/)
    await openAgain(question)
    expect(network.told).toEqual([opened('arrive'), { ...opened('teller'), locale: 'de' }])
  })

  it('offers a person when it did not help, and leaves the answer on screen', async () => {
    const { see, user } = await openEntry()
    await user.click(see.getByRole('button', { name: 'No' }))
    expect(see.getByText(/Then let’s look at it together/)).toBeTruthy()
    expect(see.getByText('Two to four working days after we ship it.')).toBeTruthy()
    expect(see.getByRole('button', { name: /Ask Anna or Boris/ })).toBeTruthy()
  })

  it('returns focus to its row when Mara goes back', async () => {
    const { see, user, root } = await openEntry()
    await user.click(see.getByRole('button', { name: 'Back' }))
    expect(root.activeElement?.textContent).toBe(question)
  })

  it('opens what stands near to a query that found nothing', async () => {
    const near = entry('wrap', 'Do you wrap gifts?', 'Yes, with paper and ribbon.')
    const { see, user } = await openPanel({ entries: [near] })
    await user.click(see.getByRole('button', { name: 'Do you wrap gifts?' }))
    expect(see.getByText('Yes, with paper and ribbon.')).toBeTruthy()
  })
})
