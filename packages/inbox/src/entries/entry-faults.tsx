import type { InboxTranslate } from '@deskbell/locales'
import type { EntryFault } from '../models/entry-fault.ts'
import type { Wording } from '../models/wording.ts'

interface Props {
  t: InboxTranslate
  file: string
  faults: readonly EntryFault[]
}

const most = 8

/** Why a file was not taken: each fault with its place in the file and the field. */
export function EntryFaults({ t, file, faults }: Props) {
  const others = faults.length - most
  const say = ({ key, values }: Wording) => t(key, values)
  return (
    <div class="import-faults">
      <p class="form-fault">{t('entryImport.nothing', { file })}</p>
      <ul>
        {faults.slice(0, most).map(({ at, field, why, other }) => (
          <li key={`${say(at)} ${field}`}>
            <b>{field === undefined ? `${say(at)}:` : `${say(at)}, ${field}:`}</b>{' '}
            {t(why.key, { ...why.values, ...(other && { other: say(other) }) })}
          </li>
        ))}
      </ul>
      {others > 0 && <p>{t('entryImport.moreFaults', { count: others })}</p>}
    </div>
  )
}
