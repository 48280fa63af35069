import { createTranslate, loadWidgetWords } from '@deskbell/locales'
import { expect, it } from 'vitest'
import { emailProblem } from '../src/later/email-words.ts'

const t = createTranslate('widget', 'en', await loadWidgetWords('en'))

it('says which part of an address is missing', () => {
  expect(emailProblem(t, ' ')).toBe('We need an address for the answer.')
  expect(emailProblem(t, 'mara')).toBe('The “@” is missing.')
  expect(emailProblem(t, '@post.example')).toBe('The part before the “@” is missing.')
  expect(emailProblem(t, 'mara@post')).toBe('The part after “@post” is missing, for example “.com”.')
  expect(emailProblem(t, 'mara@post.')).toBe('The part after “@post” is missing, for example “.com”.')
})

it('takes any address that can be one', () => {
  for (const address of ['mara@post.example', ' m.a+shop@sub.post.example ', '"a"@b.c']) {
    expect(emailProblem(t, address)).toBeUndefined()
  }
})

it('refuses white space inside', () => {
  expect(emailProblem(t, 'ma ra@post.example')).toBe('This is not a complete e-mail address. Please check it.')
})
