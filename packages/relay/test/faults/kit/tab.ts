import { type ChildProcess, fork } from 'node:child_process'
import { join } from 'node:path'
import { onTestFinished, vi } from 'vitest'
import type { Program } from './program.ts'

/** What a page says of itself. */
interface Told {
  /** Of its conversation. */
  id?: string
  /** The texts of the messages it shows. */
  shown: readonly string[]
  /** How often it was connected. */
  connected: number
}

/** A visitor's page that can be frozen: it asks at once. Uses the built client, as pages do. */
export class Tab {
  readonly #child: ChildProcess
  #told: Told = { shown: [], connected: 0 }

  private constructor({ url }: Program) {
    this.#child = fork(join(import.meta.dirname, 'tab.mjs'), [url], { execArgv: [] })
    this.#child.on('message', (told: Partial<Told>) => {
      this.#told = { ...this.#told, ...told }
    })
  }

  static async on(program: Program): Promise<Tab> {
    const tab = new Tab(program)
    onTestFinished(() => void tab.#child.kill('SIGKILL'))
    await vi.waitUntil(() => tab.#told.id, { timeout: 15_000 })
    return tab
  }

  get id(): string {
    return this.#told.id ?? ''
  }

  get told(): Told {
    return this.#told
  }

  say(text: string): void {
    this.#child.send(text)
  }

  freeze(): void {
    this.#child.kill('SIGSTOP')
  }

  thaw(): void {
    this.#child.kill('SIGCONT')
  }
}
