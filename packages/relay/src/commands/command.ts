import type { Context } from '../context.ts'
import type { Stores } from '../stores.ts'

/** What a command works with: the stores, and the relay around them while one runs. */
export interface Ground extends Stores {
  /** As browsers see the relay. */
  publicUrl: string
  running?: Context
}

/** A no; its message is the one line that the caller reads. */
export class CommandRefused extends Error {}

interface Named {
  /** What stands behind its name, as the usage shows it: `EMAIL`. */
  argument: string
  /** In a few words, for the usage. */
  does: string
}

/** Runs inside the relay that uses the data folder, or on the stores themselves while none does. Resolves with what is printed. */
export interface InsideCommand extends Named {
  inside(ground: Ground, argument: string): string | Promise<string>
}

/** Runs in a process of its own, whether a relay uses the data folder or not. Resolves with what is printed. */
export interface BesideCommand extends Named {
  beside(dataFolder: string, argument: string): string | Promise<string>
}

export type Command = InsideCommand | BesideCommand
