import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { report, weighWidget } from '../check-size.mjs'
import { servedLauncher } from '../served-launcher.mjs'
import { plant } from './tree.mjs'

const manifest = {
  'src/panel/main.tsx': {
    file: 'assets/panel.js',
    name: 'panel',
    src: 'src/panel/main.tsx',
    imports: ['_shared.js'],
    assets: ['assets/panel.css'],
  },
  'src/search/search.ts': {
    file: 'assets/search.js',
    name: 'search',
    src: 'src/search/search.ts',
    imports: ['_shared.js'],
  },
  'src/chat/main.tsx': {
    file: 'assets/chat.js',
    name: 'chat',
    src: 'src/chat/main.tsx',
    imports: ['_shared.js', '_wire.js'],
    dynamicImports: ['src/later/main.tsx', '../locales/src/widget/de.json'],
  },
  'src/later/main.tsx': { file: 'assets/later.js', name: 'later', src: 'src/later/main.tsx', imports: ['_shared.js'] },
  '_shared.js': { file: 'assets/shared.js', name: 'shared', imports: ['src/panel/main.tsx'] },
  '_wire.js': { file: 'assets/wire.js', name: 'wire' },
  '../locales/src/widget/de.json': { file: 'assets/de.js', name: 'de', src: '../locales/src/widget/de.json' },
  '../locales/src/widget/ar.json': { file: 'assets/ar.js', name: 'ar', src: '../locales/src/widget/ar.json' },
}
// Random bytes do not shrink, so a file of n of them weighs n and a few.
const heavy = (bytes) => randomBytes(bytes)

function build(weights = {}) {
  const files = {
    panel: 7_000,
    search: 2_000,
    shared: 5_000,
    chat: 3_000,
    wire: 4_000,
    later: 1_000,
    de: 500,
    ar: 700,
    ...weights,
  }
  const built = Object.entries(files).map(([name, bytes]) => [
    `packages/relay/dist/public/assets/${name}.js`,
    heavy(bytes),
  ])
  return {
    ...Object.fromEntries(built),
    'packages/relay/dist/public/assets/panel.css': heavy(2_000),
    'packages/relay/dist/widget-manifest.json': JSON.stringify(manifest),
    'packages/inbox/dist/index.html':
      '<script type="module" src="./assets/main.js"></script><link rel="modulepreload" href="./assets/parts.js"><link rel="stylesheet" href="./assets/main.css">',
    'packages/inbox/dist/assets/main.js': heavy(6_000),
    'packages/inbox/dist/assets/parts.js': heavy(3_000),
    'packages/inbox/dist/assets/en-A1b2.js': heavy(1_000),
    'packages/inbox/dist/assets/later.js': heavy(8_000),
  }
}

/** A script of about so many bytes, with its settings in front as the relay puts them there. */
const launcherOf = (bytes, words = { en: { label: 'Help' } }) =>
  `{const __DESKBELL__=${JSON.stringify({ locale: 'en', words })};(function(){'${heavy(bytes).toString('base64')}'})()}`

const weighed = (weights = {}) => weighWidget(plant(build(weights)), launcherOf(weights.launcher ?? 900))

describe('the weight of the widget', () => {
  it('counts what each step brings, once', () => {
    const { downloads, largestLocale } = weighed()
    const rounded = downloads.map(({ name, bytes }) => [name, Math.round(bytes / 100) * 100])
    expect(rounded).toEqual([
      ['launcher', 1_000],
      ['panel', 16_000],
      ['chat', 7_000],
      ['inbox', 10_000],
    ])
    expect(largestLocale.name).toBe('ar.json')
  })

  it.each([
    ['launcher', 2_000],
    ['panel', 33_000],
    ['wire', 25_000],
  ])('does not fit when %s outgrows its budget', (name, bytes) => {
    expect(report(weighed()).fits).toBe(true)
    const { lines, fits } = report(weighed({ [name]: bytes }))
    expect(fits).toBe(false)
    expect(lines.join('\n')).toContain('TOO HEAVY')
  })

  it('weighs apart what only some conversations need', () => {
    const { seldom, downloads } = weighed({ later: 1_500 })
    expect(seldom).toEqual([{ name: 'later', bytes: expect.closeTo(1_500, -2) }])
    expect(report(weighed()).lines.join('\n')).toMatch(/later .*apart/)
    expect(downloads[2].bytes).toBeLessThan(8_000)
  })

  it('weighs the words of the launcher apart, as those of the other downloads', () => {
    const words = Object.fromEntries(
      ['de', 'en', 'sl'].map((locale) => [locale, { label: heavy(90).toString('base64') }]),
    )
    const files = plant(build())
    const [few, many] = [launcherOf(900, {}), launcherOf(900, words)].map((launcher) => weighWidget(files, launcher))
    expect(Math.abs(few.downloads[0].bytes - many.downloads[0].bytes)).toBeLessThan(40)
    expect(many).toMatchObject({ localesOfLauncher: 3, wordsOfLauncher: expect.any(Number) })
    expect(many.wordsOfLauncher).toBeGreaterThan(250)
  })

  it('names a file that is missing', () => {
    const { 'packages/relay/dist/public/assets/wire.js': _, ...rest } = build()
    expect(() => weighWidget(plant(rest), launcherOf(1))).toThrow('assets/wire.js is missing: run npm run build')
    expect(() => weighWidget(plant({}), launcherOf(1))).toThrow('manifest.json is missing')
  })

  it('weighs the launcher that the relay serves', async () => {
    const relay = `require('node:http')
      .createServer((asked, answer) => answer.end(asked.url === '/widget.js' ? 'launcher of Mara' : ''))
      .listen(0, function () { console.log('deskbell listening on http://localhost:' + this.address().port) })`
    const root = plant({ 'packages/relay/dist/main.js': relay })
    expect((await servedLauncher(root)).toString()).toBe('launcher of Mara')
  })

  it('says when the relay is not built or does not start', async () => {
    await expect(servedLauncher(plant({}))).rejects.toThrow('main.js is missing: run npm run build')
    await expect(servedLauncher(plant({ 'packages/relay/dist/main.js': '' }))).rejects.toThrow('before it listened')
  })
})
