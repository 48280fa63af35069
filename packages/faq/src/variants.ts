import { type Script, scriptOf } from './fold.ts'
import { skeletonOf } from './skeleton.ts'

/** Another way to read a query, and how far to believe it. */
export interface Variant {
  query: string
  factor: number
  /** Read against the index of Latin skeletons. */
  isSkeleton?: boolean
}

const LAYOUT = 0.93
const SKELETON = 0.9
const SWAPPED = 0.9
/** Letters of a sound that tells something: of its longest word, or in all. */
const TELLING_WORD = 3
const TELLING_SOUND = 4

/** Keys in one order: what each gives on a US keyboard and on others. Two signs on one key are parted by spaces. */
const QWERTY = [..."qwertyuiop[]asdfghjkl;'zxcvbnm,.`"]
const LAYOUTS: Readonly<Record<'ru' | 'uk' | 'ar', readonly string[]>> = {
  ru: [...'йцукенгшщзхъфывапролджэячсмитьбюё'],
  uk: [...'йцукенгшщзхїфівапролджєячсмитьбюґ'],
  ar: 'ض ص ث ق ف غ ع ه خ ح ج د ش س ي ب ل ا ت ن م ك ط ئ ء ؤ ر لا ى ة و ز ذ'.split(' '),
}
const AZERTY = keyMap([...'azqwm;'], [...'qawz;m'])
const QWERTZ = keyMap([...'yz'], [...'zy'])
/** ä, ö, ü, ø and the like as those write them who have no such key. */
const WITHOUT_UMLAUT = /([aou])e/g

function keyMap(from: readonly string[], to: readonly string[]): ReadonlyMap<string, string> {
  return new Map(from.map((sign, key) => [sign, to[key] ?? sign]))
}

function retype(query: string, keys: ReadonlyMap<string, string>): string {
  return Array.from(query.toLowerCase(), (sign) => keys.get(sign) ?? sign).join('')
}

/**
 * Readings of a query for entries of a script beside the plain one: typed with the keyboard set to another language, or
 * in Latin letters where the entries have none.
 */
export function readingsOf(query: string, script: Script, language: string): Variant[] {
  const from = scriptOf(query)
  if (script === 'latin') return otherKeyboard(query, from)
  const sounds = soundsOf(query, script)
  if (script === 'dense' && from === 'latin') return sounds
  if (from === script || from === 'dense' || (script !== 'cyrillic' && script !== 'arabic')) return []
  const layout = script === 'arabic' ? LAYOUTS.ar : language === 'uk' ? LAYOUTS.uk : LAYOUTS.ru
  const retyped = { query: retype(query, keyMap(QWERTY, layout)), factor: LAYOUT }
  return from === 'latin' ? [retyped, ...sounds] : [retyped]
}

/** The query by how it sounds, where enough of it is left to tell: anything sounds like something short. */
function soundsOf(query: string, script: Script): Variant[] {
  const sound = skeletonOf(query, script)
  const longest = Math.max(...sound.split(' ').map((word) => word.length))
  const isTelling = script === 'dense' ? sound.length >= TELLING_SOUND : longest >= TELLING_WORD
  return isTelling ? [{ query: sound, factor: SKELETON, isSkeleton: true }] : []
}

function otherKeyboard(query: string, from: Script): Variant[] {
  if (from === 'arabic') {
    const keys = retype(query.replaceAll('لا', 'b'), keyMap(LAYOUTS.ar, QWERTY))
    return [{ query: keys, factor: LAYOUT }]
  }
  if (from !== 'cyrillic') return []
  return [LAYOUTS.ru, LAYOUTS.uk].map((layout) => ({ query: retype(query, keyMap(layout, QWERTY)), factor: LAYOUT }))
}

/** Readings worth a try only when the plain one found little: keys swapped between Latin keyboards, umlauts spelled out. */
export function doubtfulReadingsOf(query: string, script: Script): Variant[] {
  if (script !== 'latin' || scriptOf(query) !== 'latin') return []
  const readings = [retype(query, QWERTZ), retype(query, AZERTY), query.toLowerCase().replace(WITHOUT_UMLAUT, '$1')]
  return readings.filter((reading) => reading !== query).map((reading) => ({ query: reading, factor: SWAPPED }))
}
