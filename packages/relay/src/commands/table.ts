import { backup } from './backup.ts'
import type { Command } from './command.ts'
import { password } from './password.ts'
import { eraseVisitor, exportVisitor } from './visitors.ts'

/** Every command by its name. */
export const commands: ReadonlyMap<string, Command> = new Map<string, Command>([
  ['backup', backup],
  ['erase', eraseVisitor],
  ['export', exportVisitor],
  ['password', password],
])
