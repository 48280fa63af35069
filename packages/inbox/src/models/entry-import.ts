import type { Http } from '@deskbell/client/http'
import { type ImportReply, limits } from '@deskbell/protocol'
import { createModel, signal } from '@preact/signals'
import type { EntryFault } from './entry-fault.ts'
import { readImport } from './read-import.ts'
import { refusalWording, type Wording, wording } from './wording.ts'

export type ImportState =
  | { kind: 'idle' }
  | { kind: 'busy'; file: string }
  | { kind: 'done'; file: string; reply: ImportReply }
  | { kind: 'refused'; file: string; why: Wording }
  | { kind: 'faults'; file: string; faults: readonly EntryFault[] }

const megabyte = 1024 * 1024

/** Brings entries in from a file: all of them or none. `imported` is called when the relay has them. */
export const EntryImportModel = createModel((http: Http, imported: () => void) => {
  const state = signal<ImportState>({ kind: 'idle' })

  async function importFile(chosen: File): Promise<void> {
    const file = chosen.name
    if (chosen.size > limits.importBytes) {
      state.value = { kind: 'refused', file, why: tooLarge(chosen.size) }
      return
    }
    state.value = { kind: 'busy', file }
    const read = await readFile(chosen)
    if (read.kind === 'unreadable') state.value = { kind: 'refused', file, why: read.why }
    else if (read.kind === 'faults') state.value = { kind: 'faults', file, faults: read.faults }
    else await send(file, { entries: read.entries })
  }

  async function send(file: string, body: unknown): Promise<void> {
    const answer = await http.send<ImportReply>('POST', '/api/entries/import', body)
    state.value = answer.ok
      ? { kind: 'done', file, reply: answer.value }
      : { kind: 'refused', file, why: refusalWording(answer) }
    if (answer.ok) imported()
  }

  return { state, importFile }
})

export type EntryImport = InstanceType<typeof EntryImportModel>

async function readFile(file: File): Promise<ReturnType<typeof readImport>> {
  try {
    return readImport(await file.text())
  } catch {
    // The file was moved or may not be read; the operator can choose another.
    return { kind: 'unreadable', why: wording('entryImport.unreadable') }
  }
}

function tooLarge(size: number): Wording {
  const [have, most] = [size, limits.importBytes].map((bytes) => Math.ceil(bytes / megabyte))
  return wording('entryImport.tooLarge', { size: have ?? 0, most: most ?? 0 })
}
