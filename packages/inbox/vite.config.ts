import preact from '@preact/preset-vite'
import { defaultClientConditions, defineConfig } from 'vite'

/** What the page begins with is one script and one style sheet: forty of some hundred bytes cost more to ask for than to load. */
const wholeStart = { name: 'start', test: /\/inbox\/src\/main\.tsx$/ }

export default defineConfig({
  base: './',
  plugins: [preact({ reactAliasesEnabled: false })],
  resolve: { conditions: ['@deskbell/source', ...defaultClientConditions] },
  build: {
    target: ['chrome111', 'edge111', 'firefox115', 'safari16.4'],
    // The style sheets bring their own fallbacks (`@supports`); nothing is to be rewritten for older browsers.
    cssTarget: ['chrome123', 'firefox128', 'safari17.5'],
    // The page's policy allows no inline code, and a data: URL is one.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    rollupOptions: {
      input: ['index.html', 'worker/service-worker.ts'],
      output: {
        codeSplitting: { groups: [wholeStart] },
        // A service worker keeps its name, and rules the folder it lies in.
        entryFileNames: ({ name }) => (name === 'service-worker' ? '[name].js' : 'assets/[name]-[hash].js'),
      },
    },
  },
})
