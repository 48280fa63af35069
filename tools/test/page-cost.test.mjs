import { expect, it } from 'vitest'
import { asOwned } from '../page-cost/shop.mjs'

const page = '<body><p>Cups</p><script async src="../widget.js"></script></body>'

it('puts the snippet of the relay on the page of the shop', () => {
  const snippet = '<script async src="http://relay.example/widget.js"></script>'
  expect(asOwned(page, 'http://relay.example')).toBe(`<body><p>Cups</p>${snippet}</body>`)
})

it('leaves nothing of the widget on the page it is compared with', () => {
  expect(asOwned(page, undefined)).toBe('<body><p>Cups</p></body>')
})

it('compares no page that never had the widget', () => {
  expect(() => asOwned('<body></body>', undefined)).toThrow('no snippet')
})
