// The example's page, built by Vite with the module that shops install.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { afterAll, expect, it } from 'vitest'
import { useBrowser } from '../kit/browser.ts'
import { shopPage, useHost } from '../kit/host-page.ts'
import { ownedByMara, useRelay } from '../kit/relay.ts'
import { widgetOn } from '../kit/widget.ts'

const browser = useBrowser()
const host = useHost()
const relay = useRelay(() => ({ ...ownedByMara, DESKBELL_DEMO: '1', DESKBELL_ORIGINS: host().url }))
const outDir = mkdtempSync(join(tmpdir(), 'deskbell-app-'))
afterAll(() => rmSync(outDir, { recursive: true, force: true }))

const repository = join(import.meta.dirname, '../../..')

it('is packed with its types, and needs nothing else', () => {
  const cwd = join(repository, 'packages/widget')
  const [packed] = JSON.parse(execFileSync('npm', ['pack', '--dry-run', '--json'], { cwd, encoding: 'utf8' }))
  const names = packed.files.map(({ path }: { path: string }) => path).sort()
  const built = ['calls.d.ts', 'calls.js', 'embed.d.ts', 'embed.js'].map((name) => `dist/embed/${name}`)
  expect(names).toEqual(['README.md', ...built, 'package.json'])
  const { dependencies = {}, exports } = JSON.parse(readFileSync(join(cwd, 'package.json'), 'utf8'))
  expect(dependencies).toEqual({})
  expect(built).toEqual(expect.arrayContaining([exports['.'].types.slice(2), exports['.'].default.slice(2)]))
})

async function visitApp() {
  const root = join(repository, 'examples/single-page-app')
  const define = { 'import.meta.env.VITE_RELAY': JSON.stringify(relay().url) }
  await build({ root, define, base: './', logLevel: 'error', build: { outDir, emptyOutDir: true } })
  const visitor = await browser.open()
  await visitor.page.goto(host().serveFolder('/app/', outDir, relay().url))
  return { ...visitor, panel: widgetOn(visitor.page).getByRole('dialog') }
}

it('calls the widget before it has come, hears of it, and keeps it from view to view', async () => {
  const { page, panel, troubles } = await visitApp()
  const said: string[] = []
  page.on('console', (message) => said.push(message.text()))
  await page.getByRole('button', { name: 'Ask about plates' }).click()
  const message = panel.getByRole('textbox', { name: 'Your question' })
  await expect.poll(() => message.inputValue()).toBe('Which plates go into the oven?')
  await page.getByRole('link', { name: 'Delivery' }).click()
  await page.getByRole('button', { name: 'Search the answers' }).click()
  await panel.getByRole('option').first().waitFor()
  await expect.poll(() => said.filter((line) => line.startsWith('searched')).length).toBe(1)
  expect(await widgetOn(page).count()).toBe(1)
  expect(troubles).toEqual([])
})

it('leaves, and is embedded again', async () => {
  host().serveFolder('/module/', join(repository, 'packages/widget/dist/embed'), relay().url)
  const script = `
    import { Deskbell, embed } from '/module/embed.js'
    embed('${relay().url}', { locale: 'de' })
    Deskbell('search', 'delivery')
    window.comeBack = () => {
      Deskbell('shutdown')
      embed('${relay().url}')
      Deskbell('open')
    }
  `
  const html = shopPage(relay().url).replace(/<script async.*<\/script>/, `<script type="module">${script}</script>`)
  const { page, troubles } = await browser.open()
  const said: string[] = []
  page.on('console', (message) => said.push(message.text()))
  await page.goto(host().serve('/module', html))
  const panel = widgetOn(page).getByRole('dialog')
  await expect.poll(() => panel.getByLabel('Antworten durchsuchen').inputValue()).toBe('delivery')
  await page.evaluate('comeBack()')
  // The page's own language again.
  await panel.getByLabel('Search the answers').waitFor()
  expect(await widgetOn(page).count()).toBe(1)
  expect([...said, ...troubles]).toEqual([])
})
