import { expect, it } from 'vitest'
import { read, whyNot } from './kit/read.ts'

const delivery = { id: 'delivery', translations: { en: { question: 'When?', answer: 'In **2** days.' } } }

function faultsIn(...entries: unknown[]) {
  const found = read(JSON.stringify(entries))
  if (found.kind !== 'faults') throw new Error(`read as ${found.kind}`)
  return found.faults.map(({ at, field, why }) => [
    at.values?.number,
    at.values?.id,
    field,
    why.key.replace('entryImport.', ''),
  ])
}

it('reads a bare list and one inside an object alike', () => {
  const bare = read(JSON.stringify([delivery]))
  expect(bare).toEqual({ kind: 'entries', entries: [delivery] })
  expect(read(JSON.stringify({ entries: [delivery] }))).toEqual(bare)
})

it('names every wrong entry and its field', () => {
  const words = { question: 'When?', answer: 'Soon.' }
  expect(
    faultsIn(
      delivery,
      { ...delivery, id: 'no spaces' },
      { translations: { en: words } },
      { id: 'c', translations: {} },
      { id: 'd', translations: { de_DE: words } },
      { id: 'e', translations: { de: { ...words, question: ' ' } } },
      { id: 'f', translations: { de: { ...words, answer: 7 } } },
      { id: 'g', translations: { de: { ...words, anser: 'x' } } },
      { id: 'h', translations: { de: { question: 'When?' } } },
      'delivery',
      { id: 'i', translations: { de: { ...words, answer: ' ' } } },
    ),
  ).toEqual([
    [2, 'no spaces', 'id', 'wrongId'],
    [3, undefined, 'id', 'fieldMissing'],
    [4, 'c', 'translations', 'noTranslation'],
    [5, 'd', 'de_DE', 'notALocale'],
    [6, 'e', 'de.question', 'emptyText'],
    [7, 'f', 'de.answer', 'notAText'],
    [8, 'g', 'de.anser', 'unknownField'],
    [9, 'h', 'de.answer', 'fieldMissing'],
    [10, undefined, undefined, 'notAnEntry'],
    [11, 'i', 'de.answer', 'emptyText'],
  ])
})

it('tells two entries of one id apart by their numbers', () => {
  expect(whyNot(JSON.stringify([delivery, delivery]))).toEqual([
    'Entry 2 (delivery) en: Entry 1 (delivery) has the same id and language. Leave one of them out.',
  ])
})

it('names the line where a file stops being JSON', () => {
  expect(whyNot('[\n{"id": "a",\n}\n]')).toEqual(['This is not JSON: the mistake is in line 3.'])
})

it('says that there is no list in a file of something else', () => {
  expect(whyNot('{"questions": []}')).toEqual(['There is no list of entries in it.'])
})

it('takes no more entries at once than the relay does', () => {
  const many = Array.from({ length: 5_001 }, (_, index) => ({ ...delivery, id: `e${index}` }))
  expect(whyNot(JSON.stringify(many))).toEqual(['5,001 entries, at most 5,000 at once.'])
})
