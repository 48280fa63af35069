import type { Http } from '@deskbell/client/http'
import { type ImportReply, limits } from '@deskbell/protocol'
import { createModel, signal } from '@preact/signals'
import { undoChange, undoneWording } from './entry-changes.ts'
import type { EntryFault } from './entry-fault.ts'
import type { EntryListing } from './entry-list.ts'
import { type ImportPlan, planImport } from './import/plan-import.ts'
import { readImport } from './import/read-import.ts'
import { tooLarge } from './import/too-large.ts'
import { refusalWording, type Wording, wording } from './wording.ts'

/** `file`: its name, or what stands for it where the text was pasted. */
export type ImportState =
  | { kind: 'idle' }
  | { kind: 'busy'; file: string }
  | { kind: 'planned'; file: string; plan: ImportPlan; trouble?: Wording; isSending?: true }
  | { kind: 'done'; file: string; reply: ImportReply; trouble?: Wording }
  | { kind: 'undone'; outcome: Wording }
  | { kind: 'refused'; file: string; why: Wording }
  | { kind: 'faults'; file: string; faults: readonly EntryFault[] }

/** Brings entries in from a file: shown first, then all of them or none. `imported` is called when the relay has them. */
export const EntryImportModel = createModel((http: Http, list: EntryListing, imported: () => void) => {
  const state = signal<ImportState>({ kind: 'idle' })

  /** Says what taking it would change. Without its changes seen nothing is sent. */
  async function read(source: Blob, file: string): Promise<void> {
    if (source.size > limits.importBytes) {
      state.value = { kind: 'refused', file, why: tooLarge(source.size) }
      return
    }
    state.value = { kind: 'busy', file }
    const [bytes] = await Promise.all([bytesOf(source), list.load()])
    const refuse = (why: Wording): void => {
      state.value = { kind: 'refused', file, why }
    }
    if (!bytes) return refuse(wording('entryImport.unreadable'))
    if (list.state.peek() !== 'ready') return refuse(wording('refusal.unreachable'))
    const known = list.entries.peek()
    const found = readImport({ bytes, locale: list.defaultLocale.peek(), known })
    if (found.kind === 'unreadable') return refuse(found.why)
    if (found.kind === 'faults') state.value = { kind: 'faults', file, faults: found.faults }
    else state.value = { kind: 'planned', file, plan: planImport(found.entries, known) }
  }

  async function apply(): Promise<void> {
    const planned = state.peek()
    if (planned.kind !== 'planned' || planned.isSending) return
    const { file, plan } = planned
    state.value = { ...planned, isSending: true }
    const entries = [...plan.added, ...plan.changed.map(({ after }) => after)]
    const answer = await http.send<ImportReply>('POST', '/api/entries/import', { entries })
    if (answer.ok) {
      state.value = { kind: 'done', file, reply: answer.value }
      imported()
      await list.load()
    } else state.value = { kind: 'planned', file, plan, trouble: refusalWording(answer) }
  }

  /** Takes the import back; what was changed since stays. */
  async function undo(): Promise<void> {
    const done = state.peek()
    if (done.kind !== 'done' || done.reply.changeId === undefined) return
    const answer = await undoChange(http, done.reply.changeId)
    if (answer.ok) {
      state.value = { kind: 'undone', outcome: undoneWording(answer.value) }
      await list.load()
    } else state.value = { ...done, trouble: refusalWording(answer) }
  }

  function leave(): void {
    state.value = { kind: 'idle' }
  }

  return { state, read, apply, undo, leave }
})

export type EntryImport = InstanceType<typeof EntryImportModel>

async function bytesOf(source: Blob): Promise<Uint8Array | undefined> {
  try {
    return new Uint8Array(await source.arrayBuffer())
  } catch {
    // The file was moved or may not be read; the operator can choose another.
    return undefined
  }
}
