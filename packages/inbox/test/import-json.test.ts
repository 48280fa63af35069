import type { Entry } from '@deskbell/protocol'
import { expect, it } from 'vitest'
import { planImport } from '../src/models/import/plan-import.ts'
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

it('plans what a file says is a draft without a change to what visitors read, and keeps drafts it does not name', () => {
  const draft = { translations: { en: { question: 'When, exactly?', answer: 'At ten.' } } }
  const plan = (given: Entry, known: Entry) => planImport([given], [known]).changed[0]?.after
  expect(plan({ id: 'delivery', translations: {}, draft }, delivery)).toEqual({ ...delivery, draft })
  const inGerman = { id: 'delivery', translations: { de: { question: 'Wann?', answer: 'Bald.' } } }
  expect(plan(inGerman, { ...delivery, draft })?.draft).toEqual(draft)
  // A draft that is published with the import is none any more.
  expect(plan({ id: 'delivery', ...draft }, { id: 'delivery', translations: {}, draft })).toEqual({
    id: 'delivery',
    ...draft,
  })
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
      { id: 'j', translations: {}, draft: { translations: { de: { ...words, question: '' } } } },
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
    [12, 'j', 'draft.de.question', 'emptyText'],
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
