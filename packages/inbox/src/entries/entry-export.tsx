import type { InboxTranslate } from '@deskbell/locales'
import type { EntryListing } from '../models/entry-list.ts'
import { writeCsv } from '../models/import/csv.ts'

/** All entries as a file, as the import reads it. */
export function EntryExport({ t, list }: { t: InboxTranslate; list: EntryListing }) {
  const entries = () => list.entries.peek()
  return (
    <p class="import-actions">
      {t('entryImport.export')}
      <button
        class="button"
        type="button"
        onClick={() => save('entries.json', 'application/json', JSON.stringify(entries(), null, 2))}
      >
        JSON
      </button>
      <button class="button" type="button" onClick={() => save('entries.csv', 'text/csv', writeCsv(entries()))}>
        CSV
      </button>
    </p>
  )
}

function save(name: string, type: string, text: string): void {
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([text], { type }))
  link.download = name
  link.click()
  // Once the browser has taken it: a moment later is enough (it takes it in the task of the click).
  setTimeout(() => URL.revokeObjectURL(link.href))
}
