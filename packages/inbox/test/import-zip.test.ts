import { strToU8, zipSync } from 'fflate'
import { expect, it } from 'vitest'
import { entriesIn, whyNot } from './kit/read.ts'

const zip = (files: Record<string, string>) =>
  zipSync(Object.fromEntries(Object.entries(files).map(([path, text]) => [path, strToU8(text)])))

it('takes language and category from the folders, the id from the name, the question from the heading', () => {
  const files = {
    'faq/en/returns/refund.md': '\n# When is my *refund* there? #\n\nWithin **five** days.\n\n## Later\n',
    'faq/pt-BR/returns/refund.md': '# Quando?\nEm cinco dias.',
    'faq/README.txt': 'not one of them',
    '__MACOSX/faq/en/returns/._refund.md': 'rubbish',
  }
  expect(entriesIn(zip(files))).toEqual([
    {
      id: 'refund',
      category: 'returns',
      translations: {
        en: { question: 'When is my *refund* there?', answer: 'Within **five** days.\n\n## Later' },
        'pt-BR': { question: 'Quando?', answer: 'Em cinco dias.' },
      },
    },
  ])
})

it('takes the lines at the beginning of a file before its folders and headings', () => {
  const text = '---\ntitle: "When: now?"\ncategory: delivery\nkeywords: [post, "parcel"]\nweight: 3\n---\n# Soon\nYes.'
  expect(entriesIn(zip({ 'returns/when.md': text, 'other.md': '# Who?\nAnna.' }))[0]).toEqual({
    id: 'when',
    category: 'delivery',
    translations: { en: { question: 'When: now?', answer: '# Soon\nYes.', keywords: ['post', 'parcel'] } },
  })
})

it('names the file that has no question', () => {
  expect(whyNot(zip({ 'de/a.md': 'Just words.' }))).toEqual(['de/a.md de.question: This field is missing.'])
})

it('unpacks nothing that would be too large, however small it came', () => {
  const bomb = zipSync({ 'a.md': new Uint8Array(16 * 1024 * 1024) })
  expect(bomb.length).toBeLessThan(100_000)
  expect(whyNot(bomb)).toEqual(['16 MB, at most 10 MB.'])
})

it('gives a file that lies about its size no more room than it said', () => {
  const bomb = zipSync({ 'a.md': new Uint8Array(16 * 1024 * 1024).fill(65) })
  const claims = new DataView(bomb.buffer, bomb.byteOffset)
  // The size before compression, in the directory at the archive's end (APPNOTE 4.3.12).
  const directory = claims.getUint32(bomb.length - 6, true)
  claims.setUint32(directory + 24, 8, true)
  expect(whyNot(bomb)).toEqual(['a.md en.question: This field is missing.'])
})

it('says so where an archive is damaged or has no Markdown', () => {
  expect(whyNot(zip({ 'de/a.md': '# A?\nB.' }).slice(0, -12))).toEqual([
    'This zip is damaged or not finished. Zip the folder again.',
  ])
  expect(whyNot(zip({ 'a.txt': 'A' }))).toEqual(['There is no file ending in .md in it.'])
})
