import type { InboxTranslate } from '@deskbell/locales'
import { useMemo } from 'preact/hooks'
import type { EntryListing, EntryRow } from '../models/entry-list.ts'
import { cellWords, EntryLine } from './entry-line.tsx'
import { Stretch } from './stretch.tsx'
import { wasLastOpen } from './use-return-to-line.ts'

/** In px. */
const lineHeight = 35

interface Props {
  t: InboxTranslate
  list: EntryListing
  rows: readonly EntryRow[]
  /** Its name stands above the first line. */
  category: string | undefined
  isAtOnce: boolean
}

/** Some lines, drawn while they are near what is on screen. */
export function EntryStretch({ t, list, rows, category, isAtOnce }: Props) {
  const locales = list.locales.value
  const said = useMemo(() => cellWords(t, locales), [t, locales])
  const isSoon = isAtOnce || rows.some(({ id }) => wasLastOpen(id))
  return (
    <Stretch lines={rows.length} lineHeight={lineHeight} isAtOnce={isSoon}>
      {() => (
        <>
          {category !== undefined && (
            <tr class="entry-group">
              <th scope="rowgroup" colSpan={locales.length + (list.hasReads.value ? 3 : 2)}>
                <bdi class="capital">{category || t('entries.noCategory')}</bdi>
              </th>
            </tr>
          )}
          {rows.map((row) => (
            <EntryLine key={row.id} t={t} row={row} locales={locales} said={said} list={list} />
          ))}
        </>
      )}
    </Stretch>
  )
}
