import { screen, waitFor } from '@testing-library/preact'
import { expect, it } from 'vitest'
import { anna, boris } from './kit/anna.ts'
import { ellen } from './kit/desk-double.ts'
import { openInbox } from './kit/open-inbox.tsx'

const now = Date.now()

it('goes from row to row by keys, and the focus comes along', async () => {
  const nils = ellen(now, { id: 'nils', name: 'Nils', status: 'assigned', operatorId: anna.id })
  const { user } = await openInbox({ now, conversations: [ellen(now), nils] })
  await user.keyboard('j')
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('link', { name: /Ellen/ })))
  await user.keyboard('j')
  await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('link', { name: /Nils/ })))
})

it('steps through the rows of the list that is read, and over what is folded', async () => {
  const over = (id: string, name: string, closedAt: number) =>
    ellen(now, { id, name, status: 'closed', operatorId: anna.id, closedAt })
  const boriss = ellen(now, { id: 'ben', name: 'Ben', status: 'assigned', operatorId: boris.id })
  const closed = [over('nils', 'Nils', now - 1), over('ole', 'Ole', now - 2)]
  const { user } = await openInbox({ now, conversations: [ellen(now), boriss, ...closed] })
  await user.click(screen.getByRole('button', { name: /^Closed/ }))
  await user.click(screen.getByRole('link', { name: /Nils/ }))
  const isOpen = (name: RegExp) => waitFor(() => expect(screen.getByRole('link', { current: true, name })).toBeTruthy())
  await isOpen(/Nils/)
  await user.keyboard('j')
  await isOpen(/Ole/)
  await user.keyboard('kk')
  await isOpen(/Ellen/)
})

it('steps to a row from another page too', async () => {
  const { user } = await openInbox({ now, at: '#alerts', conversations: [ellen(now)] })
  await user.keyboard('j')
  await waitFor(() => expect(screen.getByRole('link', { current: true, name: /Ellen/ })).toBeTruthy())
})
