import { eraseVisitors } from '../privacy/erase.ts'
import { exportVisitors } from '../privacy/export.ts'
import { findVisitors } from '../privacy/find.ts'
import { CommandRefused, type Ground, type InsideCommand } from './command.ts'

const later = 'A backup is being made: bytes of them are in the journal until the next night.'

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
    if (!reply.ok) throw new CommandRefused('the store can’t be written: not everything was erased')
    const { conversations, isJournalEmpty } = reply.value
    const done = `Erased, with ${counted(conversations)}. Backups made before still hold them.`
    return isJournalEmpty ? done : `${done} ${later}`
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
