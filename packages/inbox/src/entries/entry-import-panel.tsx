import type { InboxTranslate } from '@deskbell/locales'
import type { EntryImport, ImportState } from '../models/entry-import.ts'
import { EntryFaults } from './entry-faults.tsx'

interface Props {
  t: InboxTranslate
  model: EntryImport
  /** There are no entries yet: the panel is the page. */
  isFirst: boolean
}

const example = `[
  {
    "id": "returns-how",
    "category": "returns",
    "translations": {
      "en": {
        "question": "How do I return something?",
        "answer": "Within **30 days**. Print the label from your order.",
        "keywords": ["send back", "refund"]
      }
    }
  }
]`

/** Brings entries in from a JSON file, and says what came of it. */
export function EntryImportPanel({ t, model, isFirst }: Props) {
  const state = model.state.value
  const isBusy = state.kind === 'busy'
  function choose(event: Event & { currentTarget: HTMLInputElement }) {
    const [file] = event.currentTarget.files ?? []
    if (file) void model.importFile(file)
    // The same file may be chosen again once it has been corrected.
    event.currentTarget.value = ''
  }
  return (
    <section class="import" aria-labelledby="import-head">
      <h2 id="import-head">{t(isFirst ? 'entries.emptyHead' : 'entryImport.head')}</h2>
      {isFirst && <p>{t('entries.emptyOwner')}</p>}
      <p class="quiet">{t('entryImport.text')}</p>
      <details>
        <summary>{t('entryImport.example')}</summary>
        <pre dir="ltr">
          <code>{example}</code>
        </pre>
      </details>
      <p>
        <label class="button button-main import-choose">
          <input
            type="file"
            accept=".json,application/json"
            class="visually-hidden"
            disabled={isBusy}
            onChange={choose}
          />
          {t('entryImport.choose')}
        </label>
      </p>
      <div role="status">
        <Outcome t={t} state={state} />
      </div>
    </section>
  )
}

function Outcome({ t, state }: { t: InboxTranslate; state: ImportState }) {
  switch (state.kind) {
    case 'idle':
      return null
    case 'busy':
      return <p>{t('entryImport.busy', { file: state.file })}</p>
    case 'done':
      return <p class="import-done">{t('entryImport.done', { file: state.file, ...state.reply })}</p>
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
