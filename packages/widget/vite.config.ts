import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import preact from '@preact/preset-vite'
import { defaultClientConditions, defineConfig, type Plugin, type UserConfig } from 'vite'
import { leanSocket } from './bundle/lean-socket.ts'
import { usedTokens, withValues } from './bundle/used-tokens.ts'
import { withoutUnused } from './bundle/without-unused.ts'

const packages = new URL('../', import.meta.url)
const styles = new URL('widget/src/styles/', packages)
const tokens = readFileSync(new URL('ui/src/tokens.css', packages), 'utf8')

/** Puts what the launcher's tokens are into its style sheet, and puts the sheets of the panel and the chat together. */
const leanTokens: Plugin = {
  name: 'deskbell-lean-tokens',
  enforce: 'pre',
  transform(code, id) {
    if (/\/launcher\.css(\?|$)/.test(id)) return withValues(tokens, code)
    if (/\/styles\.css(\?|$)/.test(id)) return code.replace(/@import "(.+)";/g, (_, sheet) => sheetOf(sheet))
  },
}

function sheetOf(path: string): string {
  if (path.endsWith('/tokens.css')) return usedTokens(tokens, allStyles())
  return readFileSync(new URL(path.replace('@deskbell/ui/', '../../../ui/src/'), styles), 'utf8')
}

function allStyles(): string {
  return ['ui/src/', 'widget/src/styles/']
    .map((folder) => new URL(folder, packages))
    .flatMap((folder) => readdirSync(folder).map((name) => new URL(name, folder)))
    .filter(({ pathname }) => pathname.endsWith('.css') && !pathname.endsWith('/tokens.css'))
    .map((file) => readFileSync(file, 'utf8'))
    .join('')
}

const importReachable = `const importReachable = async (path) => {
  const url = new URL(path, import.meta.url)
  const reply = await fetch(url)
  if (!reply.ok) throw reply
  await reply.arrayBuffer()
  return import(/* @vite-ignore */ url)
}
`

/**
 * Later chunks are fetched before they are imported. A browser remembers a module that failed as long as the page lives,
 * so after a lost connection "try again" could never succeed; the import then comes from the cache. Vite's own preload
 * code is left out: chunks bring their styles as text, and no link element is put on the host page.
 */
const reachableImports: Plugin = {
  name: 'deskbell-reachable-imports',
  enforce: 'pre',
  load(id) {
    return id === '\0vite/preload-helper.js' ? 'export const __vitePreload = (load) => load()' : undefined
  },
  renderChunk(code) {
    const changed = code.replace(/\bimport\((["'`])(\.\/[^"'`]+)\1\)/g, 'importReachable($1$2$1)')
    return changed === code ? undefined : { code: importReachable + changed, map: null }
  },
}

/**
 * A browser holds a script in one byte a letter where no letter is beyond Latin-1, else in two. The search has 200 of those;
 * escaped, they save it half of that memory.
 */
const narrowSearch: Plugin = {
  name: 'deskbell-narrow-search',
  generateBundle(_, bundle) {
    for (const file of Object.values(bundle))
      if (file.type === 'chunk' && /^(panel|search)$/.test(file.name))
        file.code = file.code.replace(/[^\0-\xff]/g, escaped)
  },
}

const escaped = (letter: string) => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`

const shared = {
  base: './',
  resolve: { conditions: ['@deskbell/source', ...defaultClientConditions] },
} satisfies UserConfig

const target = ['chrome111', 'edge111', 'firefox115', 'safari16.4']
/** The style sheets bring their own fallbacks (`@supports`); nothing is to be rewritten for older browsers. */
const cssTarget = ['chrome123', 'firefox128', 'safari17.5']

/** The FAQ's sheets, each whole: the tokens it uses, what blocks and pages show alike, and its own. */
const faqSheets: Plugin = {
  name: 'deskbell-faq-sheets',
  enforce: 'pre',
  transform(code, id) {
    const [, name] = /\/faq\/(block|page)\.css(\?|$)/.exec(id) ?? []
    if (!name) return
    const read = (path: string) => readFileSync(new URL(path, packages), 'utf8')
    const rules = `${read('ui/src/pieces.css')}${read('widget/src/faq/answers.css')}${code}`
    const used = usedTokens(tokens, rules)
    return `${name === 'page' ? used.replaceAll(':host', ':root') : used}${rules}`
  },
}

/** Answer blocks and the FAQ's own pages: scripts and style sheets without a hash, the relay gives them one. */
const faq: UserConfig = {
  ...shared,
  plugins: [faqSheets],
  build: {
    target,
    cssTarget,
    outDir: 'dist/faq',
    modulePreload: false,
    rolldownOptions: {
      input: {
        ...{ block: 'src/faq/block.ts', page: 'src/faq/page.ts' },
        ...{ 'block-sheet': 'src/faq/block.css', 'page-sheet': 'src/faq/page.css' },
      },
      output: { entryFileNames: '[name].js', assetFileNames: ({ names: [name = ''] }) => name.replace('-sheet', '') },
    },
  },
}

/** The panel with all it imports is one download: what it shares with later ones would be asked for only once it had come. How files are brought, the menu's button, and what an end gives way to, the chat has no room for. */
const wholePanel = {
  name: 'panel',
  test: /\/panel\/panel\.tsx$|\/ui\/src\/bring-files\.ts$|\/chat\/(conversation-menu\.tsx|returning\.ts)$/,
}

const wordsFolder = new URL('locales/src/widget/', packages)

/** The words of all locales share a hash, so that the launcher can name those of any without carrying sixteen. */
function wordsHash(): string {
  const hash = createHash('sha256')
  for (const name of readdirSync(wordsFolder).sort()) hash.update(readFileSync(new URL(name, wordsFolder)))
  return hash.digest('base64url').slice(0, 6)
}

const chunkFileNames = ({ moduleIds: [first = ''] }: { moduleIds: readonly string[] }): string =>
  `assets/[name]-${first.includes('/locales/src/widget/') ? wordsHash() : '[hash:6]'}.js`

/** Builds of one package: the panel with what it loads later, (`-m launcher`) the one script of the host page, and (`-m faq`). */
export default defineConfig(({ mode }) =>
  mode === 'faq'
    ? faq
    : mode === 'launcher'
      ? {
          ...shared,
          plugins: [leanTokens],
          build: {
            target,
            cssTarget,
            emptyOutDir: false,
            modulePreload: false,
            rolldownOptions: {
              input: 'src/launcher/launcher.ts',
              output: { format: 'iife', entryFileNames: 'widget.js' },
            },
          },
        }
      : {
          ...shared,
          plugins: [
            ...[leanTokens, leanSocket, withoutUnused, reachableImports, narrowSearch],
            preact({ reactAliasesEnabled: false }),
          ],
          json: { namedExports: false, stringify: false },
          build: {
            target,
            cssTarget,
            manifest: true,
            modulePreload: false,
            rolldownOptions: {
              input: { panel: 'src/panel/panel.tsx' },
              preserveEntrySignatures: 'allow-extension',
              output: {
                entryFileNames: `assets/[name]-[hash:6].js`,
                assetFileNames: `assets/[name]-[hash:6][extname]`,
                chunkFileNames,
                codeSplitting: { groups: [wholePanel] },
              },
            },
          },
        },
)
