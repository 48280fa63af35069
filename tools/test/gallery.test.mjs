import { expect, it } from 'vitest'
import { sheetOf } from '../gallery/sheet.mjs'
import { inOrder } from '../gallery/states.mjs'

const picture = (name) => ({ name, theme: 'dark', webp: 'AAAA' })

it('follows a visitor’s way, whatever was taken first, and puts the inbox last', () => {
  const taken = ['inbox-team.wide', 'widget-ended.de.phone', 'widget-home.de.phone', 'widget-home.ja.wide'].map(picture)
  expect(inOrder(taken).map(({ title, pictures }) => `${title} ${pictures.length}`)).toEqual([
    'Home 2',
    'Ended 1',
    'Inbox: team 1',
  ])
})

it('has every picture in the page itself', () => {
  const sheet = sheetOf([picture('widget-home.de.phone')])
  expect(sheet).toContain('<figure class="de phone dark">')
  expect(sheet).not.toMatch(/(?:src|href)="(?!data:|#)/)
})
