import { signal } from '@preact/signals'
import { describe, expect, it } from 'vitest'
import { OriginListModel, readOrigin } from '../src/models/origin-list.ts'

describe('readOrigin', () => {
  it.each([
    ['https://shop.example', 'https://shop.example'],
    ['  shop.example/help?x#y '.trim(), 'https://shop.example'],
    ['HTTPS://Shop.Example:443/', 'https://shop.example'],
    ['localhost:3000', 'http://localhost:3000'],
    ['http://127.0.0.1:8080/a', 'http://127.0.0.1:8080'],
    ['bücher.example', 'https://xn--bcher-kva.example'],
  ])('reads %s as %s', (text, origin) => {
    expect(readOrigin(text)).toBe(origin)
  })

  it.each(['shop', 'ftp://shop.example', 'not an address', 'https://'])('finds none in %s', (text) => {
    expect(readOrigin(text)).toBeUndefined()
  })
})

it.each([
  ['https://*.shop.example', 'origins.star'],
  ['ftp://shop.example', 'origins.scheme'],
  ['my shop', 'origins.incomplete'],
  ['shop.example', 'origins.twice'],
])('refuses %s and says why', (text, why) => {
  const list = new OriginListModel(signal(['https://shop.example']))
  list.type(text)
  expect(list.add()).toBe(false)
  expect(list.fault.value?.key).toBe(why)
  expect(list.origins.value).toEqual(['https://shop.example'])
})
