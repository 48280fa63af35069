import { defineConfig } from 'vite'

export default defineConfig({
  ssr: { noExternal: [/^@deskbell\//], resolve: { conditions: ['@deskbell/source'] } },
  build: { ssr: 'src/main.ts', target: 'node20', emptyOutDir: false },
})
