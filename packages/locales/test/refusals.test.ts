import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { createTranslate, refusalWords } from '../src/index.ts'
import { localesOf, readWords, textsOf } from './read-words.ts'

/** What no request of a visitor can be refused with. */
const operatorsOnly = [
  ...['signed-out', 'already-taken', 'unseen-reply', 'at-capacity', 'not-on-duty', 'nobody-waits', 'unknown-operator'],
  ...['wrong-credentials', 'link-used', 'password-too-short', 'email-taken', 'name-taken', 'last-owner'],
  ...['changed-meanwhile', 'entries-invalid', 'origin-invalid'],
]

/** The protocol's refusals, as written there: a type is nothing that could be asked when this runs. */
function refusals(): string[] {
  const source = readFileSync(new URL('../../protocol/src/refusals.ts', import.meta.url), 'utf8')
  const union = /export type Refusal =\n((?: {2}\| '[a-z-]+'\n)+)/.exec(source)?.[1] ?? ''
  return [...union.matchAll(/'([a-z-]+)'/g)].map(([, refusal = '']) => refusal)
}

const wordsOf = (face: 'widget' | 'inbox', locale: string) => new Map(textsOf(readWords(face, locale)))

describe('a refusal', () => {
  it('is one of many', () => {
    expect(refusals().length).toBeGreaterThan(20)
    expect(refusals()).toEqual(expect.arrayContaining(operatorsOnly))
  })

  it.each(localesOf('inbox'))('has words for operators in %s', (locale) => {
    const words = wordsOf('inbox', locale)
    expect(refusals().filter((refusal) => !words.get(`refusal.${refusal}`))).toEqual([])
  })

  it.each(localesOf('widget'))('has words for visitors in %s, where they can meet it', (locale) => {
    const words = wordsOf('widget', locale)
    const met = refusals().filter((refusal) => !operatorsOnly.includes(refusal))
    expect(met.filter((refusal) => !words.get(`refusal.${refusal}`))).toEqual([])
    const t = createTranslate('widget', locale, readWords('widget', locale))
    expect(met.map((refusal) => refusalWords(t, refusal))).toEqual(
      met.map((refusal) => words.get(`refusal.${refusal}`)),
    )
    for (const other of ['last-owner', 'constructor', '__proto__'])
      expect(refusalWords(t, other)).toBe(words.get('refusal.internal'))
  })
})
