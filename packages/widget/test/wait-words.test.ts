import { createTranslate, loadWidgetWords } from '@deskbell/locales'
import type { QueueStatus } from '@deskbell/protocol'
import { describe, expect, it } from 'vitest'
import { placeWords, waitWords, wouldWords } from '../src/models/wait-words.ts'

const t = createTranslate('widget', 'en', await loadWidgetWords('en'))

const known = (lowSeconds: number, likelySeconds: number, highSeconds: number, position = 3): QueueStatus => ({
  ...{ position, wait: 'known', lowSeconds, likelySeconds, highSeconds },
})
const said = (status: QueueStatus) => Object.values(waitWords(t, status)).join('')

describe('a wait in words', () => {
  it('is never narrower than what is known', () => {
    expect(said(known(299, 360, 481))).toBe('About 6 minutes, 4 to 9')
  })

  it('leaves out a low end under a minute', () => {
    expect(said(known(20, 100, 200))).toBe('About 2 minutes, 4 minutes at most')
  })

  it('says less than a minute, and what it can become', () => {
    expect(said(known(0, 40, 130))).toBe('Less than a minute, 3 minutes at most')
  })

  it('counts seconds where all of it is under a minute', () => {
    expect(said(known(12, 33, 51))).toBe('About 35 seconds, 10 to 55')
    expect(said(known(0, 10, 30))).toBe('Less than a minute')
  })

  it('says one number where both ends are the same', () => {
    expect(said(known(240, 240, 240))).toBe('About 4 minutes')
  })

  it('says that nobody can know', () => {
    expect(said({ position: 2, wait: 'unknown', reason: 'too-little-known' })).toBe(
      'We can’t say yet how long it takes.',
    )
  })
})

describe('the place of somebody who asks now', () => {
  it('is said with the wait', () => {
    expect(wouldWords(t, known(250, 360, 540))).toBe('You would be number 3: about 6 minutes.')
    expect(wouldWords(t, known(0, 40, 130))).toBe('You would be number 3: less than a minute.')
  })

  it('is nobody’s behind where an operator is free', () => {
    expect(wouldWords(t, known(0, 5, 20, 1))).toBe('Nobody is ahead of you.')
  })
})

it('says the place in one line for the foot of other views', () => {
  expect(placeWords(t, known(250, 360, 540))).toBe('Number 3, about 6 minutes')
  expect(placeWords(t, { position: 2, wait: 'unknown', reason: 'too-little-known' })).toBe('Number 2')
})
