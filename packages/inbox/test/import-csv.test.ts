import type { Entry } from '@deskbell/protocol'
import { expect, it } from 'vitest'
import { writeCsv } from '../src/models/import/csv.ts'
import { customs } from './kit/faq-routes.ts'
import { entriesIn, whyNot } from './kit/read.ts'

it('puts the rows of an entry together, whatever the order of the columns', () => {
  const csv = [
    'Language;Question;Answer;Id;Category;Keywords',
    'en;When?;"In 2 days.\nOr ""3"".";delivery;shipping;post, parcel',
    ';;;;;',
    'de;Wann?;In 2 Tagen.;delivery;;',
  ].join('\r\n')
  expect(entriesIn(`\uFEFF${csv}`)).toEqual([
    {
      id: 'delivery',
      category: 'shipping',
      translations: {
        en: { question: 'When?', answer: 'In 2 days.\nOr "3".', keywords: ['post', 'parcel'] },
        de: { question: 'Wann?', answer: 'In 2 Tagen.' },
      },
    },
  ])
})

it('knows a row without an id by its question', () => {
  const [changed, added] = entriesIn('question,answer\ndo i pay customs duties? ,No.\nWhen?,Soon.', [customs])
  expect(changed?.id).toBe('customs')
  expect(added?.id).toMatch(/^entry-/)
})

it('reads what it wrote, formulas, quotes and line breaks included', () => {
  const words = { question: '=1+1?', answer: '- "one"\n- two, three', keywords: ['@home', '+49 30'] }
  const entries: Entry[] = [customs, { id: 'sums', translations: { 'pt-BR': words, ar: { ...words, answer: 'نعم' } } }]
  const csv = writeCsv(entries)
  for (const shielded of [",'=1+1?,", `,"'- ""one""`, ",'@home; "]) expect(csv).toContain(shielded)
  expect(entriesIn(csv)).toEqual(entries)
})

const newer = { category: 'else', translations: { de: { question: 'Wann?', answer: '' } } }

it('carries what is a draft, beside what is published or alone', () => {
  const entries: Entry[] = [
    { ...customs, draft: newer },
    { id: 'alone', translations: {}, draft: newer },
  ]
  expect(entriesIn(writeCsv(entries))).toEqual(entries)
})

it('publishes nothing where a row says of its state what is not known', () => {
  expect(whyNot('question,answer,state\nWhen?,Soon,Draft\nHow?,By post,Entwurf')).toEqual([
    'Row 3 state: “draft”, “published” or nothing belongs here.',
  ])
})

it('names the row of each fault, as a spreadsheet counts them', () => {
  const rows = ['id,language,question,answer', 'a,en,When?,"Now\nor later"', '', 'a,de,Wann?,', 'a,en,When?,Soon']
  expect(whyNot(rows.join('\n'))).toEqual([
    'Row 4 de.answer: It is empty. Write it, or leave the line out.',
    'Row 5 en: Row 2 has the same id and language. Leave one of them out.',
  ])
})

it('says which column is missing, where a quotation mark is open, and what encoding it wants', () => {
  expect(whyNot('question,reply\nWhen?,Soon')).toEqual(['The first row names the columns. Missing: answer.'])
  expect(whyNot('question,answer\nWhen?,Soon\nHow?,"By post')).toEqual([
    'Row 3: a quotation mark is opened and never closed. Write one inside a text twice.',
  ])
  expect(whyNot(Uint8Array.from([0xff, 0xfe, 0x71]))).toEqual([
    'This file is not in UTF-8. Save it as “CSV UTF-8” or as Unicode (UTF-8).',
  ])
})

it('reads 10,000 rows of 5,000 entries', () => {
  const rows = Array.from({ length: 5_000 }, (_, index) => [
    `e${index},en,Question ${index}?,Answer.`,
    `e${index},de,Frage ${index}?,Antwort.`,
  ])
  const entries = entriesIn(['id,language,question,answer', ...rows.flat()].join('\n'))
  expect(entries).toHaveLength(5_000)
  expect(Object.keys(entries.at(-1)?.translations ?? {})).toEqual(['en', 'de'])
})
