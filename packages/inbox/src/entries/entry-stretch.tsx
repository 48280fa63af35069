import type { InboxTranslate } from '@deskbell/locales'
import { useMemo, useRef } from 'preact/hooks'
import { useNearness } from '../components/use-nearness.ts'
import type { EntryListing, EntryRow } from '../models/entry-list.ts'
import { cellWords, EntryLine } from './entry-line.tsx'
import { wasLastOpen } from './use-return-to-line.ts'

const most = 15
/** As high as a line is where the question has room, in px. */
const usualHeight = 35

interface Group {
  category: string | undefined
  rows: readonly EntryRow[]
}

/** The lines of a table in stretches that are drawn or left out as one. `category`: of a group that begins; `before`: lines above. */
export function stretchesOf(groups: readonly Group[]) {
  let before = 0
  return groups.flatMap(({ category, rows }) =>
    Array.from({ length: Math.ceil(rows.length / most) }, (_, place) => {
      const some = rows.slice(place * most, (place + 1) * most)
      before += some.length
      const begins = place === 0 ? category : undefined
      return { key: `${category ?? '*'} ${place}`, category: begins, rows: some, before: before - some.length }
    }),
  )
}

interface Props {
  t: InboxTranslate
  list: EntryListing
  rows: readonly EntryRow[]
  /** Its name stands above the first line. */
  category: string | undefined
  isAtOnce: boolean
}

/** Some lines, drawn while they are near what is on screen; else as much room as they take. */
export function EntryStretch({ t, list, rows, category, isAtOnce }: Props) {
  const body = useRef<HTMLTableSectionElement>(null)
  const nearness = useNearness(body, isAtOnce || rows.some(({ id }) => wasLastOpen(id)))
  const locales = list.locales.value
  const said = useMemo(() => cellWords(t, locales), [t, locales])
  if (!nearness.isNear) {
    const height = nearness.height ?? rows.length * usualHeight
    return (
      <tbody ref={body}>
        <tr style={{ blockSize: `${height}px` }} />
      </tbody>
    )
  }
  return (
    <tbody ref={body}>
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
    </tbody>
  )
}
