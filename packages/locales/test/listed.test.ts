import { inboxLocales, widgetLocales } from '@deskbell/locales'
import { expect, it } from 'vitest'
import { localesOf } from './read-words.ts'

it.each([
  ['widget', widgetLocales],
  ['inbox', inboxLocales],
] as const)('every locale of the %s that has a file is offered', (face, offered) => {
  expect(offered.toSorted()).toEqual(localesOf(face).toSorted())
})
