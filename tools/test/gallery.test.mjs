import { expect, it } from 'vitest'
import { sheetOf } from '../gallery/sheet.mjs'
import { inOrder } from '../gallery/states.mjs'
import { screens } from '../screenshots/screens.mjs'

const picture = (name) => ({ name, theme: 'dark', webp: 'AAAA' })

it('follows a visitor’s way, whatever was taken first, and puts the inbox last', () => {
  const taken = ['inbox-team.wide', 'widget-ended.de.phone', 'widget-home.de.phone', 'widget-home.ja.wide'].map(picture)
  expect(inOrder(taken).map(({ title, pictures }) => `${title} ${pictures.length}`)).toEqual([
    'Home 2',
    'Ended 1',
    'Inbox: team 1',
  ])
})

it('shows the states that are in all languages before the inbox, and can be narrowed to each of them', () => {
  const taken = ['inbox-team.wide', 'languages-entry-no.zh.phone', 'widget-home.zh.phone'].map(picture)
  expect(inOrder(taken).map(({ title }) => title)).toEqual(['Home', '16 languages: entry no', 'Inbox: team'])
  expect(sheetOf(taken)).toContain('body:has(#locale-zh:checked) figure:not(.zh)')
})

it('has every picture in the page itself', () => {
  const sheet = sheetOf([picture('widget-home.de.phone')])
  expect(sheet).toContain('<figure class="de phone dark">')
  expect(sheet).not.toMatch(/(?:src|href)="(?!data:|#)/)
})

it('can be narrowed to any of the widths that the studio has', () => {
  const sheet = sheetOf([picture('inbox-lists.en.narrow')])
  for (const size of Object.keys(screens))
    expect(sheet).toContain(`body:has(#size-${size}:checked) figure:not(.${size})`)
})
