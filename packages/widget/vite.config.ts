import { readFileSync } from 'node:fs'
import preact from '@preact/preset-vite'
import { defaultClientConditions, defineConfig, type Plugin, type UserConfig } from 'vite'
import { usedTokens } from './bundle/used-tokens.ts'

const tokens = new URL('../ui/src/tokens.css', import.meta.url)

/** Puts the tokens that the launcher uses in front of its style sheet. */
const launcherTokens: Plugin = {
  name: 'deskbell-launcher-tokens',
  enforce: 'pre',
  transform(code, id) {
    if (!/\/launcher\.css(\?|$)/.test(id)) return
    return `${usedTokens(readFileSync(tokens, 'utf8'), code)}${code}`
  },
}

const shared = {
  base: './',
  resolve: { conditions: ['@deskbell/source', ...defaultClientConditions] },
} satisfies UserConfig

const target = ['chrome111', 'edge111', 'firefox115', 'safari16.4']
/** The style sheets bring their own fallbacks (`@supports`); nothing is to be rewritten for older browsers. */
const cssTarget = ['chrome123', 'firefox128', 'safari17.5']

/** Two builds of one package: the panel with what it loads later, and (`-m launcher`) the one script of the host page. */
export default defineConfig(({ mode }) =>
  mode === 'launcher'
    ? {
        ...shared,
        plugins: [launcherTokens],
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
        plugins: [preact({ reactAliasesEnabled: false })],
        build: {
          target,
          cssTarget,
          manifest: true,
          modulePreload: false,
          rolldownOptions: { input: { panel: 'src/panel/panel.tsx' }, preserveEntrySignatures: 'strict' },
        },
      },
)
