import { fold, type Script } from './fold.ts'

/** Sounds of folded Cyrillic and Arabic letters, in the spelling the skeleton settles on. */
const SOUNDS: Readonly<Record<string, string>> = {
  ...{ а: 'a', б: 'b', в: 'v', г: 'g', д: 'd', е: 'e', ж: 'z', з: 'z', и: 'i', к: 'k', л: 'l', м: 'm', н: 'n', о: 'o' },
  ...{ п: 'p', р: 'r', с: 's', т: 't', у: 'u', ф: 'f', х: 'h', ц: 'c', ч: 'c', ш: 's', щ: 's', ъ: '', ы: 'i', ь: '' },
  ...{ э: 'e', ю: 'iu', я: 'ia', і: 'i', є: 'ie' },
  ...{ ب: 'b', ت: 't', ث: 't', ج: 'j', ح: 'h', خ: 'h', د: 'd', ذ: 'd', ر: 'r', ز: 'z', س: 's', ش: 's', ص: 's' },
  ...{ ض: 'd', ط: 't', ظ: 'z', غ: 'g', ف: 'f', ق: 'k', ك: 'k', ل: 'l', م: 'm', ن: 'n', ه: 'h' },
  ...{ ا: '', ع: '', و: '', ي: '', ء: '' },
}
/** Latin spellings of those sounds, longest first. */
const CYRILLIC_SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/shch|sch|sh/g, 's'],
  [/zh/g, 'z'],
  [/kh|x/g, 'h'],
  [/ch|ts|tz/g, 'c'],
  [/[yj]/g, 'i'],
  [/w/g, 'v'],
  [/ii+/g, 'i'],
]
/** Short vowels are not written in Arabic, long ones many ways: the skeleton has consonants only. */
const ARABIC_SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/sh|ch/g, 's'],
  [/kh|[75]/g, 'h'],
  [/gh/g, 'g'],
  [/th|6/g, 't'],
  [/dh/g, 'd'],
  [/[q8]/g, 'k'],
  [/9/g, 's'],
  [/(?<=\S)a[ht]\b/g, ''],
  [/[aeiouwy23']/g, ''],
]

/** Hepburn and the spellings of those who type Japanese, long vowels short; pinyin comes out alike on both sides. */
const KANA_SPELLINGS: readonly (readonly [RegExp, string])[] = [
  [/shi/g, 'si'],
  [/sh/g, 'sy'],
  [/chi/g, 'ti'],
  [/tsu/g, 'tu'],
  [/ji/g, 'zi'],
  [/fu/g, 'hu'],
  [/ou|oh(?![aeiou])/g, 'o'],
  [/v/g, 'u'],
]

/** A text in a canonical Latin spelling, so that `dostavka` and its Cyrillic or Arabic original come out alike. */
export function skeletonOf(text: string, script: Script): string {
  let skeleton = fold(text).replaceAll('сч', 'щ')
  if (script === 'arabic') skeleton = skeleton.replace(/ه(?![\p{L}\p{N}])/gu, '')
  skeleton = Array.from(skeleton, (letter) => SOUNDS[letter] ?? letter).join('')
  const spellings = script === 'arabic' ? ARABIC_SPELLINGS : script === 'dense' ? KANA_SPELLINGS : CYRILLIC_SPELLINGS
  for (const [spelling, sound] of spellings) skeleton = skeleton.replace(spelling, sound)
  return skeleton.replace(/(\p{L})\1+/gu, '$1')
}
