import { expect, it } from 'vitest'
import { readImport } from '../src/models/read-import.ts'

const delivery = { id: 'delivery', translations: { en: { question: 'When?', answer: 'In **2** days.' } } }

function faultsIn(...entries: unknown[]) {
  const read = readImport(JSON.stringify(entries))
  if (read.kind !== 'faults') throw new Error(`read as ${read.kind}`)
  return read.faults.map(({ number, id, field, why }) => [number, id, field, why.key.replace('entryImport.', '')])
}

it('reads a bare list and one inside an object alike', () => {
  const bare = readImport(JSON.stringify([delivery]))
  expect(bare).toEqual({ kind: 'entries', entries: [delivery] })
  expect(readImport(JSON.stringify({ entries: [delivery] }))).toEqual(bare)
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
    ),
  ).toEqual([
    [2, 'no spaces', 'id', 'wrongId'],
    [3, undefined, 'id', 'fieldMissing'],
    [4, 'c', 'translations', 'noTranslation'],
    [5, 'd', 'translations.de_DE', 'notALocale'],
    [6, 'e', 'translations.de.question', 'emptyText'],
    [7, 'f', 'translations.de.answer', 'notAText'],
    [8, 'g', 'translations.de.anser', 'unknownField'],
    [9, 'h', 'translations.de.answer', 'fieldMissing'],
    [10, undefined, undefined, 'notAnEntry'],
  ])
})

it('tells two entries of one id apart by their numbers', () => {
  const read = readImport(JSON.stringify([delivery, delivery]))
  expect(read).toMatchObject({ faults: [{ number: 2, field: 'id', why: { values: { other: 1 } } }] })
})

it('names the line where a file stops being JSON', () => {
  expect(readImport('[\n{"id": "a",\n}\n]')).toMatchObject({
    why: { key: 'entryImport.notJsonLine', values: { line: 3 } },
  })
})

it('says that there is no list in a file of something else', () => {
  expect(readImport('{"questions": []}')).toMatchObject({ why: { key: 'entryImport.notAList' } })
})
