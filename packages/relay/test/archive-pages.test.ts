import { expect, it } from 'vitest'
import { endOfNumbers, meet, wordCursor } from '../src/archive/meet.ts'
import { askedIn } from '../src/archive/terms.ts'
import type { ArchiveStore, Place, Within } from '../src/store/archive-store.ts'

interface Said extends Place {
  terms: string
}

const said = (number: number, terms: string, seq = 1): Said => ({ number, seq, terms })

const isWithin = ({ number, seq }: Place, { least, before }: Within) =>
  number >= least && (number < before.number || (number === before.number && seq < before.seq))

/** Of a store, what words are looked for in. */
function storeOf(all: readonly Said[]): ArchiveStore {
  const newestFirst = all.toSorted((one, other) => other.number - one.number || other.seq - one.seq)
  const read = (match: string, within: Within, most: number) => {
    const [, beginning = ''] = /"(.*)"/.exec(match) ?? []
    const isMatch = ({ terms }: Said) => terms.split(' ').some((term) => term.startsWith(beginning))
    return newestFirst.filter((place) => isWithin(place, within) && isMatch(place)).slice(0, most)
  }
  return { find: read, read } as Pick<ArchiveStore, 'find' | 'read'> as ArchiveStore
}

/** All pages of what is found, each looked for as far as a few looks lead. */
function pagesOf(store: ArchiveStore, q: string): number[][] {
  const pages: number[][] = []
  let next: number | undefined = endOfNumbers
  while (next !== undefined && pages.length < 1000) {
    const cursors = askedIn(q).map((asked) => wordCursor(store, asked))
    const met: ReturnType<typeof meet> = meet(cursors, { atMost: next, least: 0, most: 5, looks: 3 })
    pages.push(met.found.map(({ number }) => number))
    next = met.next
  }
  return pages
}

it('comes to a long word by `next`, past pages of others that begin alike', () => {
  const alike = Array.from({ length: 4_000 }, (_, index) => said(4_002 - index, 'the dishwater is cold'))
  const pages = pagesOf(storeOf([...alike, said(1, 'the dishwasher leaks')]), 'dishwasher')
  expect(pages[0]).toEqual([])
  expect(pages.flat()).toEqual([1])
})

it.each(['dishwashers', 'dishwashers cold'])('looks for a page of %s no longer than for any', (q) => {
  const alike = Array.from({ length: 20_000 }, (_, index) => said(20_000 - index, 'the dishwasher is cold'))
  const store = storeOf(alike)
  let read = 0
  const counting = {
    ...store,
    read: (...asked: Parameters<ArchiveStore['read']>) => {
      const rows = store.read(...asked)
      read += rows.length
      return rows
    },
  }
  const cursors = askedIn(q).map((asked) => wordCursor(counting, asked))
  const { found, next } = meet(cursors, { atMost: endOfNumbers, least: 0, most: 30, looks: 10 })
  expect(found).toEqual([])
  expect(next).toBeLessThan(20_000 - 3_000)
  expect(read).toBeLessThan(10_000)
})

it('tells where it is in a conversation that holds more than is looked at in one go', () => {
  const alike = Array.from({ length: 2_400 }, (_, index) => said(7, 'the dishwater is cold', index + 1))
  const store = storeOf(alike.with(999, said(7, 'the dishwasher leaks', 1_000)))
  const cursors = askedIn('dishwasher').map((asked) => wordCursor(store, asked))
  expect(meet(cursors, { atMost: 9, least: 0, most: 5, looks: 99 }).found).toEqual([{ number: 7, seq: 1_000 }])
})

it('comes past a conversation that holds more than is looked at in one go', () => {
  const long = Array.from({ length: 900 }, (_, index) => said(7, 'the dishwater is cold', index + 1))
  const pages = pagesOf(storeOf([...long, said(3, 'the dishwasher leaks')]), 'dishwasher')
  expect(pages.flat()).toEqual([3])
})

it('finds conversations that have all words, once each, and no others', () => {
  const odd = Array.from({ length: 60 }, (_, index) => said(2 * index + 1, 'a teapot'))
  const third = Array.from({ length: 40 }, (_, index) => said(3 * index + 1, 'of cobalt', 2))
  const pages = pagesOf(storeOf([...odd, ...third]), 'teapot cobalt')
  expect(pages.flat()).toEqual(Array.from({ length: 20 }, (_, index) => 6 * (19 - index) + 1))
})

it('tells where the most of the words stand, of several the newest', () => {
  const all = [said(1, 'a refund', 4), said(1, 'a broken cup and a refund', 3), said(1, 'broken', 2), said(1, 'ada', 0)]
  const seqOf = (q: string) => {
    const cursors = askedIn(q).map((asked) => wordCursor(storeOf(all), asked))
    return meet(cursors, { atMost: 9, least: 0, most: 5, looks: 99 }).found
  }
  expect(seqOf('ada broken refund')).toEqual([{ number: 1, seq: 3 }])
  expect(seqOf('ada refund')).toEqual([{ number: 1, seq: 4 }])
  expect(seqOf('ada')).toEqual([{ number: 1, seq: 0 }])
})
