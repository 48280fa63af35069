// `npm run size`: what a visitor downloads, step by step, and an operator at first, against its budget. kB is 1,000 bytes, brotli at quality 11, file by file.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { brotliCompressSync, constants } from 'node:zlib'
import { servedLauncher } from './served-launcher.mjs'

const manifestFile = 'packages/relay/dist/widget-manifest.json'
const publicFolder = 'packages/relay/dist/public'
const inboxFolder = 'packages/inbox/dist'

/** `landAt` is the most a download may weigh; `aim` is what we would like. Bytes. */
const budgets = {
  launcher: { landAt: 2_000, aim: 1_200 },
  panel: { landAt: 40_000, aim: 32_000 },
  chat: { landAt: 18_000, aim: 15_000 },
  inbox: { landAt: 120_000, aim: 100_000 },
}

/**
 * Weighs the three downloads of the widget and the first of the inbox as built below `root`: `{ downloads, largestLocale }`, bytes after brotli.
 * The launcher is given as it is served, because the relay puts words and settings in front of what is built.
 * The panel is its chunk with everything it imports at once, style sheets included, and the search that is brought with it; the
 * chat is what comes on top of that.
 * What only some conversations need, words of a locale and FAQ data are downloads of their own. Throws where a file of the build is missing.
 */
export function weighWidget(root, launcher) {
  const manifest = JSON.parse(read(root, manifestFile).toString())
  const panel = ['panel', 'search'].flatMap((name) => filesOf(manifest, keyOf(manifest, name)))
  const chat = filesOf(manifest, keyOf(manifest, 'chat')).filter((file) => !panel.includes(file))
  const seldom = downloadsBehind(manifest, [...panel, ...chat])
  const weigh = (files) =>
    [...new Set(files)].reduce((sum, file) => sum + brotli(read(root, `${publicFolder}/${file}`)), 0)
  const { bare, words } = withoutWords(launcher.toString())
  const downloads = { launcher: brotli(bare), panel: weigh(panel), chat: weigh(chat), inbox: weighInbox(root) }
  return {
    wordsOfLauncher: brotli(launcher) - brotli(bare),
    localesOfLauncher: Object.keys(words).length,
    downloads: Object.entries(downloads).map(([name, bytes]) => ({ name, bytes, ...budgets[name] })),
    seldom: seldom.map(({ name, files }) => ({ name, bytes: weigh(files) })),
    largestLocale: largestLocale(manifest, panel, (file) => weigh([file])),
  }
}

/** The script that the inbox begins with, and the words of the heaviest locale, which are more than those of the widget it shows a picture of. */
function weighInbox(root) {
  const page = read(root, `${inboxFolder}/index.html`).toString()
  const scripts = [...page.matchAll(/(?:src|href)="\.\/(assets\/[^"]+\.js)"/g)].map(([, file]) => file)
  const words = readdirSync(join(root, inboxFolder, 'assets')).filter((file) =>
    /^[a-z]{2}(-[A-Z]{2})?-[\w-]{4,8}\.js$/.test(file),
  )
  const weigh = (file) => brotli(read(root, `${inboxFolder}/${file}`))
  const begun = scripts.reduce((sum, file) => sum + weigh(file), 0)
  return begun + Math.max(...words.map((file) => weigh(`assets/${file}`)))
}

/** The launcher carries its few words in every locale; like those of the other downloads they are weighed apart. */
function withoutWords(launcher) {
  const [constant, json] = /^\{const __DESKBELL__=(\{.*?\});(?=\(|!|var)/s.exec(launcher) ?? []
  if (!constant) throw new Error('/widget.js does not begin with its settings')
  const { words, ...settings } = JSON.parse(json)
  return { words, bare: launcher.replace(json, () => JSON.stringify({ ...settings, words: {} })) }
}

function read(root, file) {
  if (!existsSync(join(root, file))) throw new Error(`${file} is missing: run npm run build`)
  return readFileSync(join(root, file))
}

function keyOf(manifest, name) {
  const key = Object.keys(manifest).find((each) => manifest[each].name === name && manifest[each].src)
  if (!key) throw new Error(`${manifestFile} names no chunk '${name}'`)
  return key
}

/** The files that arrive when a chunk does: itself, its static imports, theirs, and the style sheets of all. */
function filesOf(manifest, start) {
  const keys = new Set([start])
  for (const key of keys) for (const next of manifest[key].imports ?? []) keys.add(next)
  return [...new Set([...keys].flatMap((key) => [manifest[key].file, ...(manifest[key].assets ?? [])]))]
}

/** What the chat's files ask for only in some conversations. */
function downloadsBehind(manifest, known) {
  const keys = Object.keys(manifest).filter((key) => known.includes(manifest[key].file))
  return [...new Set(keys.flatMap((key) => manifest[key].dynamicImports ?? []))]
    .filter((key) => !known.includes(manifest[key].file) && !key.endsWith('.json'))
    .map((key) => ({ name: manifest[key].name, files: filesOf(manifest, key).filter((file) => !known.includes(file)) }))
}

function largestLocale(manifest, panel, weigh) {
  const files = Object.values(manifest).filter(
    ({ src, file }) => src?.includes('/widget/') && src.endsWith('.json') && !panel.includes(file),
  )
  const weights = files.map(({ src, file }) => ({ name: src.split('/').at(-1), bytes: weigh(file) }))
  return weights.sort((a, b) => b.bytes - a.bytes)[0]
}

const brotli = (content) =>
  brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: constants.BROTLI_MAX_QUALITY } }).length

/** The lines to print, and whether every download is within its budget. */
export function report({ downloads, seldom, largestLocale: locale, wordsOfLauncher, localesOfLauncher }) {
  const kB = (bytes) => `${(bytes / 1000).toFixed(2)} kB`.padStart(10)
  const verdict = ({ bytes, landAt, aim }) => {
    if (bytes > landAt) return 'TOO HEAVY'
    return bytes > aim ? 'ok, over the aim' : 'ok'
  }
  const row = (each) => `${each.name.padEnd(10)}${kB(each.bytes)}${kB(each.landAt)}${kB(each.aim)}   ${verdict(each)}`
  const lines = [
    '            weighs      at most   aim      (brotli 11, 1 kB = 1,000 bytes; chat comes on top of panel)',
  ]
  lines.push(...downloads.map(row))
  lines.push(...seldom.map(({ name, bytes }) => `${name.padEnd(10)}${kB(bytes)}   apart, when a chat needs it`))
  lines.push(`launcher's words in ${localesOfLauncher} locales, apart: ${kB(wordsOfLauncher).trim()}`)
  if (locale) lines.push(`largest locale apart: ${locale.name}, ${kB(locale.bytes).trim()}`)
  return { lines, fits: downloads.every((each) => each.bytes <= each.landAt) }
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  try {
    const { lines, fits } = report(weighWidget(process.cwd(), await servedLauncher(process.cwd())))
    console.log(lines.join('\n'))
    if (!fits) process.exitCode = 1
  } catch (error) {
    console.error(error.message)
    process.exitCode = 1
  }
}
