import {
  cpSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'libsql'
import { afterAll, describe, expect, it } from 'vitest'
import { Program } from './kit/program.ts'
import { Traffic } from './kit/traffic.ts'

const killed = mkdtempSync(join(tmpdir(), 'deskbell-killed-'))
afterAll(() => rmSync(killed, { recursive: true }))

/** A relay that was ended once and then killed: some messages are in its database, the last ones in SQLite's log only. */
async function killedRelay(): Promise<Program> {
  const program = await Program.make()
  if (readdirSync(killed).length === 0) await killOne(program)
  cpSync(killed, program.dataFolder, { recursive: true })
  return program
}

async function killOne(program: Program): Promise<void> {
  await program.start()
  const traffic = await Traffic.on(program, { visitors: 2, perSecond: 200 })
  for (const [acknowledged, signal] of [
    [20, 'SIGTERM'],
    [40, 'SIGKILL'],
  ] as const) {
    await traffic.until(() => traffic.count('ok') >= acknowledged)
    await program.end(signal)
    if (signal === 'SIGTERM') await program.start()
  }
  cpSync(program.dataFolder, killed, { recursive: true })
}

/** How many items each conversation has, and the seq of the last: the same number where none is missing or doubled. */
function conversationsIn({ dataFolder }: Program): { items: number; last: number }[] {
  const database = new Database(join(dataFolder, 'conversations.db'))
  const rows = database.prepare(`SELECT COUNT(*) AS items, MAX(seq) AS last FROM items GROUP BY conversation_id`).all()
  database.close()
  return rows as { items: number; last: number }[]
}

/** It says why in one line, tells what to do, ends with 1, and does so again. */
async function refuses(program: Program, reason: RegExp): Promise<void> {
  for (let time = 0; time < 2; time += 1) {
    const { code, lines } = await program.startInVain()
    expect(lines).toEqual([expect.stringMatching(reason)])
    expect(code).toBe(1)
  }
}

describe('a store that was damaged while the relay was down', () => {
  it.each([
    ['cut in the middle', (log: string) => truncateSync(log, Math.floor(writtenIn(log) / 2))],
    ['cut by its last byte', (log: string) => truncateSync(log, writtenIn(log) - 1)],
    ['empty', (log: string) => truncateSync(log, 0)],
    ['missing', (log: string) => rmSync(log)],
    ['changed in one byte', (log: string) => changeByte(log, writtenIn(log) - 100)],
  ])("goes on with all that stands before the damage when SQLite's log is %s", async (_how, damage) => {
    const program = await killedRelay()
    damage(`${join(program.dataFolder, 'conversations.db')}-wal`)
    await program.start()
    await program.end('SIGKILL')
    const conversations = conversationsIn(program)
    expect(conversations).toHaveLength(2)
    for (const { items, last } of conversations) expect(items).toBe(last)
    expect(conversations.reduce((sum, { items }) => sum + items, 0)).toBeGreaterThanOrEqual(20)
  })

  it.each([
    ['empty', (file: string) => truncateSync(file, 0)],
    ['cut', (file: string) => truncateSync(file, statSync(file).size - 4_096)],
    ['no database', (file: string) => writeFileSync(file, 'Oh dear. '.repeat(20_000))],
  ])('is refused when the database is %s', async (_how, damage) => {
    const program = await killedRelay()
    await program.start()
    await program.end('SIGTERM')
    damage(join(program.dataFolder, 'conversations.db'))
    await refuses(program, /conversations\.db is damaged.*put a backup in the place of the data folder/)
  })

  it('is refused when the database is gone and its log is there', async () => {
    const program = await killedRelay()
    const database = join(program.dataFolder, 'conversations.db')
    renameSync(database, `${database}.elsewhere`)
    await refuses(program, /conversations\.db is damaged, it is missing/)
  })

  it.each([
    ['half', (text: string) => text.slice(0, text.length / 2)],
    ['empty', () => ''],
    ['of another kind', () => 'null'],
  ])('takes the last good copy of a JSON file that is %s, and keeps it', async (_how, damaged) => {
    const program = await Program.make()
    const path = join(program.dataFolder, 'operators.json')
    const good = readFileSync(path, 'utf8')
    writeFileSync(`${path}.last`, good)
    writeFileSync(path, damaged(good))
    await program.start()
    expect(program.output).toContain('its last good copy is used')
    expect(JSON.parse(readFileSync(path, 'utf8'))).toEqual(JSON.parse(good))
    expect(JSON.parse(readFileSync(`${path}.last`, 'utf8'))).toEqual(JSON.parse(good))
    expect(existsSync(`${path}.damaged`)).toBe(true)
  })

  it('is refused when a JSON file has no good copy', async () => {
    const program = await Program.make()
    writeFileSync(join(program.dataFolder, 'operators.json'), '[{ "name": "An')
    await refuses(program, /operators\.json is damaged.*mend it by hand or put a backup in its place/)
  })
})

describe('a data folder', () => {
  it('of a newer Deskbell is refused', async () => {
    const program = await Program.make()
    const database = new Database(join(program.dataFolder, 'conversations.db'))
    database.exec('PRAGMA user_version = 99')
    database.close()
    await refuses(program, /written by a newer Deskbell.*start that one/)
  })

  it('is free for the next relay as soon as the one that had it was killed', async () => {
    const program = await Program.make()
    await program.start()
    const second = program.another()
    await refuses(second, /another relay uses the data folder.*stop it, or set DESKBELL_DATA/)
    await program.end('SIGKILL')
    await second.start()
  })

  it('that is a file is refused', async () => {
    const program = await Program.make()
    rmSync(program.dataFolder, { recursive: true })
    writeFileSync(program.dataFolder, '')
    await refuses(program, /DESKBELL_DATA is no folder that can be written/)
  })
})

function changeByte(path: string, at: number): void {
  const bytes = readFileSync(path)
  bytes[at] = (bytes[at] ?? 0) ^ 1
  writeFileSync(path, bytes)
}

/** What stands before the zeros that make room in a log, in bytes. */
const writtenIn = (log: string) => readFileSync(log).findLastIndex((byte) => byte !== 0) + 1
