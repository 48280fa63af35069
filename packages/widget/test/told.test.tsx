import { beforeEach, expect, it } from 'vitest'
import { tellOnce } from '../src/faq/told.ts'

const question = (name: string) => `<div itemprop="mainEntity" itemscope><b itemprop="name">${name}</b></div>`

beforeEach(() => document.body.replaceChildren())

/** What a block still tells on a page that has told something itself. */
function toldBeside(page: string): (string | null)[] {
  document.body.innerHTML = page
  const root = document.body.appendChild(document.createElement('deskbell-faq')).attachShadow({ mode: 'open' })
  root.innerHTML = question('When is shipping free?') + question('Do you gift wrap?')
  tellOnce(root)
  return [...root.querySelectorAll('[itemprop="mainEntity"] b')].map(({ textContent }) => textContent)
}

const inData = (data: unknown) => `<script type="application/ld+json">${JSON.stringify(data)}</script>`
const asked = { '@type': 'Question', name: 'When is shipping free?' }

it.each([
  ['data of its own', inData({ '@type': 'FAQPage', mainEntity: [asked] })],
  ['a graph', inData({ '@graph': [{ '@type': 'WebPage' }, { '@type': ['FAQPage'], mainEntity: asked }] })],
  ['a list', inData([{ '@type': 'WebSite' }, asked])],
  [
    'microdata',
    '<p itemscope itemtype="https://schema.org/Question"><b itemprop="name">When is\n  shipping free?</b></p>',
  ],
])('leaves to the page what it tells in %s', (_how, page) => {
  expect(toldBeside(page)).toEqual(['Do you gift wrap?'])
})

it('tells all beside data that is of something else, or broken', () => {
  const product = inData({ '@type': 'Product', name: asked.name })
  expect(toldBeside(`${product}<script type="application/ld+json">[broken</script>`)).toHaveLength(2)
})
