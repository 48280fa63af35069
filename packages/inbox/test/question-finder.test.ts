import { expect, it } from 'vitest'
import { createQuestionFinder } from '../src/models/question-finder.ts'

const asked = ['Is the blue bowl safe?', 'A café in Łódź', 'Can a bowl of blue glaze break?', 'blue bowl']
const find = createQuestionFinder(asked.map((question) => ({ question })))
const found = (text: string) => find(text).map(({ question }) => question)

it('finds words in any order, the very phrase first', () => {
  expect(found('bowl BLUE')).toEqual([asked[0], asked[2], asked[3]])
  expect(found('blue bowl')).toEqual([asked[0], asked[3], asked[2]])
  expect(found('break blue')).toEqual([asked[2]])
})

it('makes no difference between accents', () => {
  expect(found('cafe')).toEqual([asked[1]])
  expect(found('CAFÉ')).toEqual([asked[1]])
})

it('finds words that are not spelled right where nothing has the right ones', () => {
  expect(found('glase brak')).toEqual([asked[2]])
  expect(found('xylophone')).toEqual([])
})
