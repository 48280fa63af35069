// What stands before a name or in an address, by language, folded. Used by wording.ts only.

/** Forms of address. The word after one is a name when it has a capital, or its script has none. */
const titles =
  'mr mrs ms mx dr prof herr hr frau fr frl m mme mlle monsieur madame mademoiselle sr sra srta senor senora don dona sig sigra signor signora senhor senhora dhr mevr mevrouw meneer pan pani panu panem gospod gospa gospod г г-н г-жа господин госпожа пан пани пані bay bayan sayin السيد السيده الاستاذ'

/** Ways to introduce oneself: the next word is a name. */
const introductions = [
  'my name is',
  'mein name ist|ich heisse',
  "je m'appelle|je m’appelle|mon nom est",
  'me llamo|mi nombre es',
  'mi chiamo|il mio nome e|mi nome e',
  'me chamo|chamo-me|meu nome e|o meu nome e',
  'mijn naam is|ik heet',
  'nazywam sie|mam na imie',
  'jmenuji se|jmenuju se',
  'ime mi je|moje ime je|pisem se',
  'меня зовут|мое имя',
  "мене звати|мене звуть|моє ім'я|моє ім’я",
  'benim adim',
  'اسمي|انا اسمي',
]

/** Words for a street; with a number near them they make an address. */
const streets =
  'street st road rd avenue ave lane boulevard strasse str gasse allee rue calle via viale piazza rua avenida ulica ul ulice ulici улица ул улице вулиця вул вулиці sokak sok cadde caddesi mahallesi شارع'

export const titleWords: ReadonlySet<string> = new Set(titles.split(' '))
export const streetWords: ReadonlySet<string> = new Set(streets.split(' '))
export const streetEnding = /.(?:strasse|str|gasse|straat|laan)$/
export const introducingWords: readonly (readonly string[])[] = introductions
  .flatMap((cues) => cues.split('|'))
  .map((cue) => cue.split(' '))

const sign = '\\p{sc=Han}\\p{sc=Kana}ー'

/** Names and addresses in scripts without spaces. */
export const denseNames: readonly RegExp[] = [
  /名前は[\p{sc=Han}\p{sc=Hira}\p{sc=Kana}ー]{1,8}?です/gu,
  /[\p{sc=Han}\p{sc=Kana}ー]{1,4}(?:さん|氏|と申します|といいます)/gu,
  /(?<!お|御)(?!客様|皆様)[\p{sc=Han}\p{sc=Kana}ー]{1,4}様/gu,
  /我(?:叫|姓|的名字[是叫])\p{sc=Han}{1,3}/gu,
  /\p{sc=Han}{1,3}(?:先生|女士|小姐)/gu,
  new RegExp(`[${sign}]+(?:[都道府県省市区區县縣町村路街弄巷]|丁目)[${sign}]*(?=\\p{N})`, 'gu'),
]
