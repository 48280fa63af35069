import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  answerGuard,
  askGuard,
  cleanLine,
  cleanText,
  dismissalGuard,
  draftGuard,
  dutyGuard,
  entriesGuard,
  entryGuard,
  feedbackGuard,
  limits,
  operatorChangeGuard,
  parse,
  plainText,
  receiptsGuard,
  safeUrl,
  searchesGuard,
  settingsGuard,
  transferGuard,
  visitorHandshakeGuard,
  wordingGuard,
} from '../src/index.ts'

const id = '3b241101-e2bb-4255-8caf-4136c566a962'

describe('a guard', () => {
  it('gives the value it was asked for', () => {
    expect(parse(draftGuard, { id, text: ' Hello ' })).toEqual({ ok: true, value: { id, text: 'Hello' } })
  })

  it('never throws, whatever comes', () => {
    const guards = [
      draftGuard,
      askGuard,
      receiptsGuard,
      transferGuard,
      visitorHandshakeGuard,
      feedbackGuard,
      entriesGuard,
      answerGuard,
      wordingGuard,
      dismissalGuard,
      searchesGuard,
    ]
    fc.assert(
      fc.property(
        fc.anything({ withNullPrototype: true, withBigInt: true }),
        fc.nat(guards.length - 1),
        (input, which) => {
          expect(parse(guards[which] as typeof draftGuard, input)).toHaveProperty('ok')
        },
      ),
    )
  })

  it('refuses keys it does not know, __proto__ among them', () => {
    expect(parse(draftGuard, { id, text: 'x', role: 'operator' })).toMatchObject({ refusal: 'malformed' })
    expect(parse(draftGuard, JSON.parse(`{"id":"${id}","text":"x","__proto__":{"polluted":1}}`)).ok).toBe(false)
    expect({}).not.toHaveProperty('polluted')
  })

  it('takes a text for a text only', () => {
    for (const text of [7, null, ['x'], { toString: () => 'x' }, { type: 'div' }]) {
      expect(parse(draftGuard, { id, text }).ok).toBe(false)
    }
  })

  it.each([
    ['', 'message-empty'],
    ['\u200b\u202e', 'message-empty'],
    ['x'.repeat(limits.messageLength + 1), 'message-too-long'],
  ])('names what is wrong with a text', (text, refusal) => {
    expect(parse(draftGuard, { id, text })).toMatchObject({ refusal })
  })

  it('takes a time zone that is known, and leaves another one out', () => {
    const before = { searches: [], entries: [] }
    const asked = (timeZone: unknown) => parse(askGuard, { id, text: 'x', before: { ...before, timeZone } })
    expect(asked('Asia/Tokyo')).toMatchObject({ value: { before: { timeZone: 'Asia/Tokyo' } } })
    for (const timeZone of ['Mars/Olympus', '', '<b>'])
      expect(asked(timeZone)).toEqual({ ok: true, value: { id, text: 'x', before } })
    for (const timeZone of [7, null, 'x'.repeat(limits.titleLength + 1)]) expect(asked(timeZone).ok).toBe(false)
  })

  it('names the entry and the field that is wrong', () => {
    const entry = { id: 'delivery', translations: { en: { question: 'When?', answer: 'Soon.' } } }
    const wrong = { id: 'returns', translations: { en: { question: '', answer: 'Yes.' } } }
    expect(parse(entriesGuard, [entry, wrong])).toMatchObject({ ok: false, detail: '1.translations.en.question' })
    expect(parse(entryGuard, entry).ok).toBe(true)
  })

  it('takes the search that led to an entry, and none where there was none', () => {
    const helped = { kind: 'helped', entryId: 'returns', locale: 'en', helped: true }
    expect(parse(feedbackGuard, helped)).toEqual({ ok: true, value: helped })
    expect(parse(feedbackGuard, { ...helped, query: ' send  it back ' })).toMatchObject({
      value: { query: 'send it back' },
    })
    expect(parse(feedbackGuard, { ...helped, query: '' }).ok).toBe(false)
  })

  it('takes a few entries as the answers in a reply', () => {
    const reply = { conversationId: id, id, text: 'Here it is.' }
    expect(parse(answerGuard, { ...reply, answers: ['returns'] })).toMatchObject({ value: { answers: ['returns'] } })
    expect(parse(answerGuard, reply)).toEqual({ ok: true, value: reply })
    for (const answers of [['no such/id'], 'returns', Array(limits.answersInserted + 1).fill('returns')]) {
      expect(parse(answerGuard, { ...reply, answers }).ok).toBe(false)
    }
  })

  it('reads the days of an address as a number', () => {
    expect(parse(searchesGuard, { days: '30' })).toEqual({ ok: true, value: { days: 30 } })
    for (const days of ['0', '-1', '91', '1e3', 'all']) expect(parse(searchesGuard, { days }).ok).toBe(false)
  })

  const settings = {
    ...{ siteName: 'Holm', locale: 'en', origins: [], contact: {}, accent: '#115e75', position: 'end' },
    ...{ launcher: 'icon', radius: 14, distance: {}, hasAvatars: true, theme: 'auto' },
    ...{ routing: 'automatic', openWithinSeconds: 30, line: { maximumWaitMinutes: 15 }, topics: [], labels: [] },
    ...{ locales: [], asksFor: {} },
  }

  it('takes the languages of the site by their tags', () => {
    const naming = (locales: unknown) => parse(settingsGuard, { ...settings, locales }).ok
    expect([naming(['en', 'pt-BR']), naming([])]).toEqual([true, true])
    expect([naming(['english please']), naming(Array(limits.siteLanguages + 1).fill('de')), naming('de')]).toEqual([
      ...[false, false, false],
    ])
  })

  it('takes limits of the line as whole numbers within bounds', () => {
    const line = (limit: object) => parse(settingsGuard, { ...settings, line: { maximumWaitMinutes: 15, ...limit } })
    expect(line({ maximumLength: 12 }).ok).toBe(true)
    for (const wrong of [{ maximumLength: 0 }, { maximumLength: 1.5 }, { maximumWaitMinutes: null }, { more: 1 }]) {
      expect(line(wrong)).toMatchObject({ refusal: 'malformed' })
    }
  })

  it('takes a look within bounds', () => {
    const look = (part: object) => parse(settingsGuard, { ...settings, ...part }).ok
    expect(look({ launcher: 'text', radius: 0, distance: { side: 0, bottom: 88 }, theme: 'dark' })).toBe(true)
    const wrong = [{ radius: 29 }, { radius: -1 }, { distance: { bottom: 201 } }, { distance: { top: 1 } }]
    for (const part of [...wrong, { theme: 'sepia' }, { launcher: 'none' }, { hasAvatars: 'no' }])
      expect(look(part)).toBe(false)
  })

  it('takes what visitors are asked for as wishes of name and e-mail', () => {
    const asksFor = (given: unknown) => parse(settingsGuard, { ...settings, asksFor: given }).ok
    expect(asksFor({ name: 'required', email: 'optional' })).toBe(true)
    for (const wrong of [{ name: 'no' }, { phone: 'required' }, { email: true }, 'name', null]) {
      expect(asksFor(wrong)).toBe(false)
    }
  })

  it('takes topics that have an id each, of their own', () => {
    const topics = (...given: object[]) => parse(settingsGuard, { ...settings, topics: given }).ok
    const returns = { id: 'returns', name: 'Sending back', skill: 'Returns' }
    expect(topics(returns, { id: 'wholesale', name: 'For shops' })).toBe(true)
    expect(topics(returns, returns)).toBe(false)
    expect(topics({ ...returns, id: 'Sizes & fit' })).toBe(true)
    expect(topics({ ...returns, id: ' ' })).toBe(false)
    expect(topics({ ...returns, skill: '' })).toBe(false)
  })

  it('takes what is said of an operator', () => {
    const profile = { capacity: 3, languages: ['de', 'pt-BR'], skills: ['Returns'], rank: -1 }
    expect(parse(operatorChangeGuard, profile)).toEqual({ ok: true, value: profile })
    for (const wrong of [{ languages: ['German!'] }, { skills: [''] }, { rank: 0.5 }, { capacity: 0 }]) {
      expect(parse(operatorChangeGuard, { ...profile, ...wrong })).toMatchObject({ refusal: 'malformed' })
    }
  })

  it('takes an end of duty on duty, and a return away', () => {
    expect(parse(dutyGuard, { isOnDuty: true, until: 1 }).ok).toBe(true)
    expect(parse(dutyGuard, { isOnDuty: false, backAt: 1 }).ok).toBe(true)
    expect(parse(dutyGuard, { isOnDuty: false, until: 1 })).toMatchObject({ refusal: 'malformed' })
    expect(parse(dutyGuard, { isOnDuty: true, backAt: 1 })).toMatchObject({ refusal: 'malformed' })
  })

  it('takes whole origins only', () => {
    const origins = (origin: string) => parse(settingsGuard, { ...settings, origins: [origin] })
    expect(origins('https://shop.example/')).toMatchObject({ value: { origins: ['https://shop.example'] } })
    for (const wrong of ['shop.example', 'https://shop.example/path', 'javascript:alert(1)', 'null', '*']) {
      expect(origins(wrong)).toMatchObject({ refusal: 'origin-invalid' })
    }
  })
})

describe('a cleaned text', () => {
  it('has no characters that hide or reorder others, and keeps its lines', () => {
    expect(cleanText('a\u202eb\u0000c\r\nd\u200be')).toBe('abc\nde')
    expect(cleanLine('  Anna \n of\tHolm ')).toBe('Anna of Holm')
  })

  it('keeps the joiners of Arabic script and emoji', () => {
    expect(cleanText('می\u200cخواهم 👩\u200d🎨')).toBe('می\u200cخواهم 👩\u200d🎨')
  })

  it('is cleaned once and for all', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (text) => cleanText(cleanText(text)) === cleanText(text)))
  })
})

describe('a link', () => {
  it.each(['https://shop.example/', 'http://shop.example/', 'mailto:anna@holm.example', 'tel:+4755012040'])(
    'may be %s',
    (url) => {
      expect(safeUrl(url)).toBe(url)
    },
  )

  it.each(['javascript:alert(1)', 'java\tscript:alert(1)', ' data:text/html,x', 'vbscript:x', '/path', 'file:///etc'])(
    'may not be %j',
    (url) => {
      expect(safeUrl(url)).toBeUndefined()
    },
  )
})

it('finds the words of an answer', () => {
  const item = [{ kind: 'paragraph', children: [{ kind: 'text', text: 'a photo' }] }] as const
  const list = { kind: 'list', ordered: true, items: [item] } as const
  expect(plainText([{ kind: 'heading', children: [{ kind: 'text', text: 'Send' }] }, list])).toBe('Send a photo')
})
