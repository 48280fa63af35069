import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { defineConfig, type Plugin } from 'vite'

const root = import.meta.dirname
const pages = readdirSync(root).filter((name) => name.endsWith('.html'))

/** Puts `src/parts/NAME.html` where a page says `<!-- part: NAME -->`, and marks the page's own link in it as the current one. */
function parts(): Plugin {
  return {
    name: 'parts',
    transformIndexHtml: {
      order: 'pre',
      handler: (html, { filename }) =>
        html
          .replace(/<!-- part: ([\w-]+) -->/g, (_, name: string) =>
            readFileSync(join(root, 'src/parts', `${name}.html`), 'utf8').trim(),
          )
          .replaceAll(`href="./${basename(filename)}"`, `href="./${basename(filename)}" aria-current="page"`),
    },
  }
}

/** The widget's tag comes from the relay, not from this build: Vite is told to leave it, and it stays the plain line it is. */
function snippet(): Plugin[] {
  const handler = (from: string, to: string) => (html: string) => html.replaceAll(`<script${from}`, `<script${to}`)
  return [
    { name: 'snippet-kept', transformIndexHtml: { order: 'pre', handler: handler(' async ', ' vite-ignore async ') } },
    { name: 'snippet-plain', transformIndexHtml: { order: 'post', handler: handler('  async ', ' async ') } },
  ]
}

export default defineConfig({
  root,
  base: './',
  plugins: [parts(), snippet()],
  build: {
    target: ['chrome111', 'firefox115', 'safari16.4'],
    modulePreload: false,
    assetsInlineLimit: 0,
    rolldownOptions: { input: pages.map((page) => join(root, page)) },
  },
})
