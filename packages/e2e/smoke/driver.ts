import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'

/** A browser that is told what to do by WebDriver: either of its two protocols takes the same actions. */
export interface Driver {
  goto(url: string): Promise<void>
  /** The value of an expression on the page, by way of JSON. */
  evaluate<T>(expression: string): Promise<T>
  act(sources: readonly Source[]): Promise<void>
  /** Of the page, in CSS pixels. */
  resize(width: number, height: number): Promise<void>
  /** What is on screen, as a PNG in base64. */
  picture(): Promise<string>
  close(): Promise<void>
}

/** What one device does, step by step, as WebDriver's "actions" have it. */
export interface Source {
  readonly type: 'key' | 'pointer'
  readonly id: string
  readonly actions: readonly Readonly<Record<string, string | number>>[]
}

/** Throws `missing`, what to install, where there is no such program. */
export async function startProgram(name: string, args: string[], missing: string): Promise<ChildProcess> {
  const child = spawn(name, args, { stdio: ['ignore', 'ignore', 'pipe'] })
  await once(child, 'spawn').catch(() => {
    throw new Error(missing)
  })
  return child
}
