import { createHttp } from '@deskbell/client/http'
import { waitFor } from '@testing-library/preact'
import { expect, it } from 'vitest'
import { AnswersModel } from '../src/models/answers.ts'
import { seatPanel } from './kit/open-panel.ts'

it('reads the entries for the search only once there are words to search for', async () => {
  await seatPanel()
  const answers = new AnswersModel({ http: createHttp('http://relay.example/', 'omit'), locale: 'en' })
  await answers.load()
  expect(answers.entries.value).toHaveLength(4)
  await new Promise((later) => setTimeout(later, 100))
  expect(answers.searcher.value).toBe('nobody')
  void answers.prepare()
  await waitFor(() => expect(answers.searcher.value).toBe('page'))
  expect(answers.search('broken').results.map(({ id }) => id)).toContain('broken')
})

it('reads them as soon as they are there, where the words came first', async () => {
  await seatPanel()
  const answers = new AnswersModel({ http: createHttp('http://relay.example/', 'omit'), locale: 'en' })
  void answers.prepare()
  await answers.load()
  await waitFor(() => expect(answers.searcher.value).toBe('page'))
})
