// How Japanese and Chinese texts sound, in Latin letters, for visitors who type them so. A worker of the relay: the Japanese
// dictionary takes some 200 MB, which are free again as soon as the thread ends.
import { fileURLToPath } from 'node:url'
import { isMainThread, parentPort, workerData } from 'node:worker_threads'

/** The languages whose texts do not say how they sound. */
const readers = { ja: readJapanese, zh: readChinese }

/** Entries of a locale with `readings`: question and keywords as they sound, in words of plain Latin letters. */
export async function readEntries(locale, entries) {
  const language = locale.toLowerCase().split('-', 1)[0]
  if (entries.length === 0 || !Object.hasOwn(readers, language)) return entries
  const texts = entries.map(({ question, keywords }) => [question, ...keywords])
  const readings = await readers[language](texts.flat())
  return entries.map((entry, at) => ({ ...entry, readings: readings.splice(0, texts[at].length) }))
}

async function readJapanese(texts) {
  const [kuromoji, { default: Loader }, { toRomaji }] = await Promise.all([
    import('@patdx/kuromoji'),
    import('@patdx/kuromoji/node'),
    import('wanakana'),
  ])
  const dictionary = fileURLToPath(new URL('../dict/', import.meta.resolve('@patdx/kuromoji')))
  const tokenizer = await new kuromoji.TokenizerBuilder({ loader: new Loader({ dic_path: dictionary }) }).build()
  const wordsOf = (text) => tokenizer.tokenize(text).map(({ reading, surface_form }) => reading ?? surface_form)
  return texts.map((text) => toLetters(wordsOf(text).map((word) => toRomaji(word))))
}

async function readChinese(texts) {
  const { pinyin } = await import('pinyin-pro')
  const segmenter = new Intl.Segmenter('zh', { granularity: 'word' })
  return texts.map((text) => {
    const sounds = pinyin(text, { toneType: 'none', type: 'array', v: true })
    const words = Array.from(segmenter.segment(text), ({ segment, index }) => {
      const from = Array.from(text.slice(0, index)).length
      return sounds.slice(from, from + Array.from(segment).length).join('')
    })
    return toLetters(words)
  })
}

const toLetters = (words) =>
  words
    .map((word) => word.toLowerCase().replace(/[^a-z0-9]/g, ''))
    .filter((word) => word !== '')
    .join(' ')

if (!isMainThread && workerData?.toRead) {
  const { locale, entries } = workerData.toRead
  parentPort?.postMessage(await readEntries(locale, entries))
}
