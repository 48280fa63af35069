// @vitest-environment happy-dom
import { expect, it } from 'vitest'
import { entriesIn, whyNot } from './kit/read.ts'

const asked = (name: string, text: string) => ({
  '@type': 'Question',
  name,
  acceptedAnswer: { '@type': 'Answer', text },
})

function page(data: unknown, head = ''): string {
  const json = JSON.stringify(data).replaceAll('</', '<\\/')
  return `<!doctype html><html lang="de"><head>${head}<script type="application/ld+json">${json}</script></head></html>`
}

function wordsIn(source: string) {
  return entriesIn(source).map(({ translations }) => translations)
}

it('reads the questions of a page with their bold words, lists and links', () => {
  const html = '<p>Innerhalb von <b>30 Tagen</b>:</p><ul><li><a href="/label">Etikett</a></li><li>Post</li></ul>'
  const head = '<link rel="canonical" href="https://shop.example/faq/">'
  const source = page(
    { '@type': 'FAQPage', mainEntity: [asked('Wie gebe ich <i>etwas</i> zurück &amp; wann?', html)] },
    head,
  )
  expect(wordsIn(source)).toEqual([
    {
      de: {
        question: 'Wie gebe ich etwas zurück & wann?',
        answer: 'Innerhalb von **30 Tagen**:\n\n-   [Etikett](https://shop.example/label)\n-   Post',
      },
    },
  ])
})

it('finds them in a graph and in microdata, and keeps the lines of plain text', () => {
  const graph = { '@graph': [{ '@type': ['WebPage', 'FAQPage'], mainEntity: asked('Wann?', 'Morgen.\nOder später.') }] }
  const microdata = `<div itemscope itemtype="https://schema.org/Question"><h2 itemprop="name">Wer?</h2>
    <div itemprop="acceptedAnswer"><div itemprop="text"><em>Anna</em>.</div></div></div>`
  expect(wordsIn(page(graph) + microdata)).toEqual([
    { de: { question: 'Wann?', answer: 'Morgen.\nOder später.' } },
    { de: { question: 'Wer?', answer: '_Anna_.' } },
  ])
})

it('leaves out what would run, and takes what looks like a tag for words', () => {
  const html = '<script>alert(1)</script><p onclick="alert(1)">A<img src=x onerror=alert(1)></p><style>p{}</style>'
  const [words] = wordsIn(page([asked('Is 3 < 5?', html)]))
  expect(words).toEqual({ de: { question: 'Is 3 < 5?', answer: expect.not.stringContaining('alert') } })
})

it('names the question that has no answer, and says so where there are none', () => {
  expect(whyNot(page([asked('Wann?', '')]))).toEqual([
    'Question 1 de.answer: It is empty. Write it, or leave the line out.',
  ])
  expect(whyNot('<html><body>Hello</body></html>')).toEqual([
    'This page does not say its questions as schema.org FAQPage.',
  ])
})
