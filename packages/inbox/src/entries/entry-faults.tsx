import type { InboxTranslate } from '@deskbell/locales'
import type { EntryFault } from '../models/entry-fault.ts'

interface Props {
  t: InboxTranslate
  file: string
  faults: readonly EntryFault[]
}

const most = 8

/** Why a file was not taken: each wrong entry by its number, id and field. */
export function EntryFaults({ t, file, faults }: Props) {
  const others = faults.length - most
  return (
    <div class="import-faults">
      <p class="form-fault">{t('entryImport.nothing', { file })}</p>
      <ul>
        {faults.slice(0, most).map((fault) => (
          <li key={fault.number}>
            <b>{placeOf(t, fault)}</b> {t(fault.why.key, fault.why.values)}
          </li>
        ))}
      </ul>
      {others > 0 && <p>{t('entryImport.moreFaults', { count: others })}</p>}
    </div>
  )
}

function placeOf(t: InboxTranslate, { number, id, field }: EntryFault): string {
  if (field === undefined) return t('entryImport.faultWhole', { number })
  return id === undefined
    ? t('entryImport.faultNoId', { number, field })
    : t('entryImport.fault', { number, id, field })
}
