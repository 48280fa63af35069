import type { Entry } from '@deskbell/protocol'
import { act, screen, waitFor } from '@testing-library/preact'
import { expect, it } from 'vitest'
import { faqRoutes } from './kit/faq-routes.ts'
import { openInbox } from './kit/open-inbox.tsx'

const entries: Entry[] = Array.from({ length: 100 }, (_, index) => ({
  id: `e${index}`,
  translations: { en: { question: `Question ${index}?`, answer: 'Yes.' } },
}))
const lines = () => screen.getAllByRole('link', { name: /^Question \d+\?/ })

it('draws the first lines of many, and leaves room for those nobody has come near', async () => {
  await openInbox({ now: Date.now(), at: '#entries', routes: faqRoutes({ entries }) })
  await waitFor(() => expect(lines()).toHaveLength(45))
  const far = [...screen.getByRole('table').querySelectorAll<HTMLElement>('tbody > tr')].filter(
    (row) => !row.firstChild,
  )
  expect(far.map(({ style }) => style.blockSize)).toEqual(['525px', '525px', '525px', '350px'])
})

it('comes back to the line of the entry that was open, however far down it stands', async () => {
  const { router } = await openInbox({ now: Date.now(), at: '#entries/e90', routes: faqRoutes({ entries }) })
  await screen.findByDisplayValue('Question 90?')
  await act(async () => router.go({ page: 'entries' }))
  await waitFor(() => expect(document.activeElement?.textContent).toContain('Question 90?'))
})
