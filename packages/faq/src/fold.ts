export type Script = 'latin' | 'cyrillic' | 'arabic' | 'dense' | 'other'

/** Scripts written without spaces, or whose words are a few dense signs. */
const DENSE = '\\p{sc=Han}\\p{sc=Hira}\\p{sc=Kana}ー\\p{sc=Hang}\\p{sc=Thai}\\p{sc=Lao}\\p{sc=Khmer}\\p{sc=Mymr}'
const DENSE_RUN = new RegExp(`^[${DENSE}\\p{M}]+$`, 'u')
const WORD = new RegExp(`[${DENSE}][${DENSE}\\p{M}]*|(?:(?![${DENSE}])[\\p{L}\\p{N}\\p{M}])+`, 'gu')
const SCRIPTS: readonly (readonly [Script, RegExp])[] = [
  ['dense', new RegExp(`[${DENSE}]`, 'u')],
  ['cyrillic', /\p{sc=Cyrl}/u],
  ['arabic', /\p{sc=Arab}/u],
  ['latin', /\p{sc=Latn}/u],
]
/** Latin, Greek, Hebrew and Arabic marks; those of Indic scripts and kana carry the sound and stay. */
const MARKS = /[\u0300-\u036f\u0591-\u05c7\u0640\u064b-\u065f\u0670\u200c-\u200f]/g
/** Letters that Unicode does not decompose, and Arabic letters often written for one another. */
const LETTERS: Readonly<Record<string, string>> = {
  ...{ ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ħ: 'h', ı: 'i', ґ: 'г' },
  ...{ ة: 'ه', ى: 'ي', ی: 'ي', ک: 'ك', ς: 'σ' },
}
const LETTER = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'g')

/** Lower case, without accents, width or spelling variants: what two writers of the same word have in common. */
export function fold(text: string): string {
  return text
    .toLowerCase()
    .normalize('NFKD')
    .replace(MARKS, '')
    .replace(LETTER, (letter) => LETTERS[letter] ?? letter)
    .replace(/(?<=\p{sc=Cyrl})['’ʼ](?=\p{sc=Cyrl})/gu, '')
    .normalize('NFC')
}

/** The words of a text as they stand, with their places; a run of a dense script is one word. */
export function wordsWithPlaces(text: string): { word: string; start: number }[] {
  return Array.from(text.matchAll(WORD), (match) => ({ word: match[0], start: match.index }))
}

/** The folded words of a text. */
export function wordsOf(text: string): string[] {
  return fold(text).match(WORD) ?? []
}

/** Made when a text needs it: its dictionary takes a browser some milliseconds. */
let segmenter: Intl.Segmenter | undefined
const ONE_KIND = /\p{sc=Han}+|[\p{sc=Kana}ー]+|[^\p{sc=Han}\p{sc=Kana}ー]+/gu

/**
 * The folded words of a text as they are indexed. In a run without spaces those that the browser's dictionary knows, or,
 * in a browser without one, stretches of one kind of sign.
 */
export function termsOf(text: string): string[] {
  return wordsOf(text).flatMap((word) => (isDense(word) ? termsOfRun(word) : word))
}

function termsOfRun(run: string): string[] {
  if (!Intl.Segmenter) return run.match(ONE_KIND) ?? []
  segmenter ??= new Intl.Segmenter('ja', { granularity: 'word' })
  return Array.from(segmenter.segment(run), ({ segment }) => segment)
}

const KANA = /^\p{sc=Hira}+$/u

/** Whether a word is written in hiragana alone, as Japanese endings and particles are. */
export function isKana(word: string): boolean {
  return KANA.test(word)
}

export function isDense(word: string): boolean {
  return DENSE_RUN.test(word)
}

/** The script of the first letter that tells one. */
export function scriptOf(text: string): Script {
  for (const letter of text) {
    const script = SCRIPTS.find(([, pattern]) => pattern.test(letter))
    if (script) return script[0]
  }
  return 'other'
}
