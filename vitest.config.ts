import { defineConfig } from 'vitest/config'
import projects from './vitest.workspace.ts'

// Two cores would give one worker; a test that waits for a browser or a relay leaves its core to the others.
export default defineConfig({ test: { projects, maxWorkers: '100%' } })
