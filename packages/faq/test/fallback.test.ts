import { describe, expect, it } from 'vitest'
import { localeChain, translationOf } from '../src/index.ts'

describe('the chain of locales', () => {
  it('goes from the tag to its language, to the site’s default, to any other', () => {
    expect(localeChain('pt-BR', 'en', ['de', 'en', 'pt', 'pt-BR', 'pt-PT'])).toEqual([
      'pt-BR',
      'pt',
      'pt-PT',
      'en',
      'de',
    ])
  })

  it('takes another region of the language where there is no bare tag', () => {
    expect(localeChain('pt', 'en', ['en', 'pt-BR'])).toEqual(['pt-BR', 'en'])
    expect(localeChain('de-AT', 'en', ['en', 'de-CH'])).toEqual(['de-CH', 'en'])
  })

  it('takes the language of the site’s default before strangers', () => {
    expect(localeChain('tr', 'en-GB', ['ar', 'en-US', 'en'])).toEqual(['en', 'en-US', 'ar'])
  })

  it('does not mind capitals and names no locale twice', () => {
    expect(localeChain('PT-br', 'Pt-BR', ['pt-BR', 'PT-BR', 'en'])).toEqual(['pt-BR', 'en'])
  })

  it('is empty where nothing is available', () => {
    expect(localeChain('en', 'de', [])).toEqual([])
  })
})

describe('the translation of an entry', () => {
  const entry = {
    id: 'return',
    translations: { de: { question: 'Zurück?', answer: 'Ja' }, 'pt-BR': { question: 'Devolver?', answer: 'Sim' } },
  }

  it('is the first of the chain, with its locale', () => {
    expect(translationOf(entry, ['en', 'PT-br', 'de'])).toEqual({
      locale: 'pt-BR',
      translation: { question: 'Devolver?', answer: 'Sim' },
    })
  })

  it('is none where the chain has none of its locales', () => {
    expect(translationOf(entry, ['en', 'constructor'])).toBeUndefined()
  })
})
