import { eraseVisitors } from '../privacy/erase.ts'
import { exportVisitors } from '../privacy/export.ts'
import { findVisitors } from '../privacy/find.ts'
import { CommandRefused, type Ground, type InsideCommand } from './command.ts'

export const exportVisitor: InsideCommand = {
  argument: 'ID|EMAIL',
  does: 'prints everything about a visitor, as JSON',
  inside: async (ground, idOrEmail) => (await exportVisitors(ground, await found(ground, idOrEmail))).trimEnd(),
}

export const eraseVisitor: InsideCommand = {
  argument: 'ID|EMAIL',
  does: "erases everything about a visitor; it can't be undone",
  async inside(ground, idOrEmail) {
    const reply = await eraseVisitors(ground, await found(ground, idOrEmail))
    if (reply.ok) return `Erased, with ${counted(reply.value.conversations)}. Backups made before still hold them.`
    throw new CommandRefused(
      reply.refusal === 'busy'
        ? 'erased, but a backup reads the store, so bytes of it are in its journal until the next night'
        : 'the store can’t be written: not everything was erased',
    )
  },
}

async function found(ground: Ground, idOrEmail: string): Promise<string[]> {
  const visitors = await findVisitors(ground, idOrEmail)
  if (visitors.length === 0) throw new CommandRefused('no visitor has this id, number or e-mail address')
  return visitors
}

function counted(conversations: number): string {
  return conversations === 1 ? '1 conversation' : `${conversations} conversations`
}
