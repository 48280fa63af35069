import { describe, expect, it } from 'vitest'
import { cleanLine, cleanText, nameKey, parse, pendGuard } from '../src/index.ts'

describe('a text', () => {
  it.each([
    ['an override that turns the rest around', 'pay \u202Eelpoep', 'pay elpoep'],
    ['isolates and marks', '\u2066a\u2069\u200e\u200f\u061cb', 'ab'],
    ['zero-width spaces and a byte order mark', 'A\u200bn\u2060n\ufeffa', 'Anna'],
    ['fillers that look like nothing', '\u3164\u115f\uffa0x', 'x'],
    ['control characters', 'a\u0000b\u001b[31mc\u0085', 'ab[31mc'],
    ['interlinear marks', 'a\ufff9b\ufffac\ufffb', 'abc'],
    ['half a character', 'a\ud83db', 'ab'],
  ])('loses %s', (_what, given, left) => expect(cleanText(given)).toBe(left))

  it.each([
    ['tab and newline', 'a\tb\nc'],
    ['the joiner of Persian', 'می\u200cخواهم'],
    ['a family', '👩\u200d👩\u200d👧'],
    ['a heart in colour', '❤\ufe0f'],
    ['the flag of Scotland', '🏴\u{e0067}\u{e0062}\u{e0073}\u{e0063}\u{e0074}\u{e007f}'],
    ['accents and other scripts', 'Ångström Ельцин 東京 ไทย'],
  ])('keeps %s', (_what, text) => expect(cleanText(text)).toBe(text))

  it('of one line has single spaces', () => expect(cleanLine('  a \u00a0\n\t b\u2003c ')).toBe('a b c'))
})

describe('a name', () => {
  it.each(['anna', 'ANNA', ' Anna ', 'Ａｎｎａ', 'An\u200dna', 'A\u200cnn\u200ba', 'Anna\ufe0f', '\u202eAnna', '𝐀𝐧𝐧𝐚'])(
    'written %j is Anna’s',
    (name) => expect(nameKey(name)).toBe(nameKey('Anna')),
  )

  it.each(['Anne', 'Anna B.', 'Ana'])('%s is not', (name) => expect(nameKey(name)).not.toBe(nameKey('Anna')))

  it('folds letters of several, and spaces', () => expect(nameKey('Groß  Straße')).toBe(nameKey('GROSS STRASSE')))
})

describe('an e-mail address', () => {
  const isTaken = (email: string) => parse(pendGuard, { email }).ok
  it.each(['olga@shop.example', "o'brien+tea@shop.co.uk", 'ольга@магазин.рф'])('may be %s', (email) =>
    expect(isTaken(email)).toBe(true),
  )
  it.each([
    'olga@shop.example,x',
    'a,b@c.example',
    'Olga <olga@shop.example>',
    '"x"@shop.example',
    'a@b.c;d',
    'a@b\\c.d',
  ])('may not be %s, which is more than one or dressed up', (email) => expect(isTaken(email)).toBe(false))
})
