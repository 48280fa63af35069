import { Button } from '../components/button.tsx'
import { useModel } from '../components/use-model.ts'
import { useInbox } from '../inbox-context.ts'
import { type EntryImport, EntryImportModel, type ImportState } from '../models/entry-import.ts'
import type { EntryListing } from '../models/entry-list.ts'
import { languageName } from '../pages/language-name.ts'
import { Trouble } from '../pages/trouble.tsx'
import { EntryExport } from './entry-export.tsx'
import { EntryFaults } from './entry-faults.tsx'
import { ImportFormats } from './import-formats.tsx'
import { ImportPlanView } from './import-plan-view.tsx'
import { ImportSource } from './import-source.tsx'
import './entry-import.css'

interface Props {
  list: EntryListing
  /** There are no entries yet: the panel is the page. */
  isFirst: boolean
  /** Entries were brought in. */
  onDone: () => void
}

/** Brings entries in, from a file or from what is pasted, once it was seen what that changes; and takes them out. */
export function EntryImportPanel({ list, isFirst, onDone }: Props) {
  const { t, http } = useInbox()
  const model = useModel(() => new EntryImportModel(http, list, onDone))
  const state = model.state.value
  return (
    <section class="import" aria-labelledby="import-head">
      <h2 id="import-head">{t(isFirst ? 'entries.emptyHead' : 'entryImport.head')}</h2>
      {isFirst && <p>{t('entries.emptyOwner')}</p>}
      <p class="quiet">{t('entryImport.text', { language: languageName(list.defaultLocale.value) })}</p>
      <ImportFormats t={t} />
      <ImportSource t={t} model={model} />
      <div role="status">
        <Outcome state={state} />
      </div>
      {state.kind === 'done' && <TakeBack model={model} {...state} />}
      {state.kind === 'planned' && <ImportPlanView model={model} {...state} />}
      {!isFirst && <EntryExport t={t} list={list} />}
    </section>
  )
}

function TakeBack({ model, reply, trouble }: Extract<ImportState, { kind: 'done' }> & { model: EntryImport }) {
  const { t } = useInbox()
  return (
    <div>
      <Trouble t={t} of={trouble} />
      {reply.changeId !== undefined && <Button onClick={model.undo}>{t('changes.undo')}</Button>}
    </div>
  )
}

function Outcome({ state }: { state: ImportState }) {
  const { t } = useInbox()
  switch (state.kind) {
    case 'idle':
      return null
    case 'busy':
      return <p>{t('entryImport.busy', { file: state.file })}</p>
    case 'planned': {
      const { added, changed, unchanged } = state.plan
      const counts = { added: added.length, changed: changed.length, unchanged }
      return <p>{t('entryImport.planned', { file: state.file, ...counts })}</p>
    }
    case 'done':
      return <p class="import-done">{t('entryImport.done', { file: state.file, ...state.reply })}</p>
    case 'undone':
      return <p>{t(state.outcome.key, state.outcome.values)}</p>
    case 'refused':
      return (
        <p class="form-fault">
          {t('entryImport.nothing', { file: state.file })} {t(state.why.key, state.why.values)}
        </p>
      )
    case 'faults':
      return <EntryFaults t={t} file={state.file} faults={state.faults} />
  }
}
