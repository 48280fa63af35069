import { existsSync } from 'node:fs'
import { type Config, readConfig } from '../config.ts'
import { createOrigins } from '../limits/origins.ts'
import { tryLock } from '../store/lock.ts'
import { openStores } from '../stores.ts'
import { CommandRefused, type InsideCommand } from './command.ts'
import { knock } from './door.ts'
import { commands } from './table.ts'

/** The words behind the program's name, and the environment the relay has too. */
interface Called {
  words: readonly string[]
  environment: Record<string, string | undefined>
}

interface Printed {
  /** 0: done; 1: refused, or it could not be done; 2: not how it is called. */
  code: 0 | 1 | 2
  text: string
}

/** Runs a command and says what to print: on standard output when the code is 0, else on standard error. */
export async function runCommand({ words, environment }: Called): Promise<Printed> {
  const [name = '', argument, ...more] = words
  const command = commands.get(name)
  if (!command || !argument || more.length > 0) return { code: 2, text: usage() }
  try {
    const config = readConfig(environment)
    const { dataFolder } = config
    if (!existsSync(dataFolder)) throw new CommandRefused(`there is no data folder ${dataFolder}: set DESKBELL_DATA`)
    if ('beside' in command) return { code: 0, text: await command.beside(dataFolder, argument) }
    const unlock = tryLock(dataFolder)
    if (unlock) return { code: 0, text: await onOurOwn(config, command, argument).finally(unlock) }
    const outcome = await knock(dataFolder, name, argument)
    return outcome.ok ? { code: 0, text: outcome.text } : { code: 1, text: outcome.why }
  } catch (error) {
    return { code: 1, text: (error as Error).message.split('\n')[0] ?? 'unknown reason' }
  }
}

/** For whoever holds the lock: no relay runs. */
async function onOurOwn(config: Config, command: InsideCommand, argument: string): Promise<string> {
  const stores = openStores(config.dataFolder, (line) => void process.stderr.write(`${line}\n`))
  try {
    const origins = createOrigins(config, () => stores.settings.settings.data)
    origins.listeningOn(config.port)
    return await command.inside({ ...stores, publicUrl: origins.publicUrl() }, argument)
  } finally {
    stores.store.close()
  }
}

function usage(): string {
  const lines = [...commands].map(([name, { argument, does }]) => `  ${`${name} ${argument}`.padEnd(18)}${does}`)
  return ['Without words behind it, the relay starts. Commands:', ...lines].join('\n')
}
