import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'
import projects from './vitest.workspace.ts'

// Half again as many workers as cores: a test that waits for a browser or a relay leaves its core to the others.
export default defineConfig({ test: { projects, maxWorkers: Math.ceil(availableParallelism() * 1.5) } })
